"""What the rows of an answer are called in its history: a number, and the words they have."""

from strategy.domain.merging import Changes
from strategy.domain.questionnaire import Field, Question, Table
from strategy.offered import Offered


class RowNames:
    """The names of rows that stand, or that stood when these changes were made."""

    def __init__(self, question: Question, offered: Offered, changes: Changes) -> None:
        self.question = question
        self.offered = offered
        self.changes = changes

    def label(self, field: Field, place: list[str]) -> str:
        """What a changed field is called, with the row that it stands in."""
        if not place:
            return field.label
        return f"{self.name(place[0], place[1])} – {field.label}"

    def name(self, table_id: str, row: str) -> str:
        """The row: what it is, its number, and its words."""
        table = self.question.table(table_id)
        if table is None:
            return row
        fixed = next((each.label for each in table.fixed if each.id == row), "")
        words = self._said(table, row)
        number = self._number(table_id, row)
        told = [table.row, number, f"({words})" if words else ""]
        return fixed or " ".join(filter(None, told))

    def words(self, table_id: str, row: str) -> str:
        """Its words alone, or its name when it says nothing."""
        table = self.question.table(table_id)
        return (table and self._said(table, row)) or self.name(table_id, row)

    def _number(self, table_id: str, row: str) -> str:
        before, after = self.changes.get(f"order/{table_id}", [[], []])
        orders = [after or [], before or [], self._standing(table_id)]
        return next((str(order.index(row) + 1) for order in orders if row in order), "")

    def _standing(self, table_id: str) -> list[str]:
        rows = self.offered.value(self.question.id).get("tables", {}).get(table_id, [])
        return [row["id"] for row in rows]

    def _said(self, table: Table, row: str) -> str:
        """The words of its first column: as just written, as just removed, as it stands."""
        first = table.columns[0]
        before, after = self.changes.get(f"rows/{table.id}/{row}/{first.id}", [None, None])
        rows = self.offered.value(self.question.id).get("tables", {}).get(table.id, [])
        stands = next((each.get(first.id) for each in rows if each["id"] == row), None)
        for value in (after, before, stands):
            if value is not None:
                return self.offered.teller.tell(first, value).words
        return ""
