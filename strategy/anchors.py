"""Where a page without JavaScript is taken up again after the button of a row."""

from dataclasses import dataclass

from strategy.domain import limits, rows
from strategy.domain.flat import Flat
from strategy.domain.questionnaire import Table
from strategy.gestures import Gesture

ROW = "row-{row}"
ANCHORS = {
    "add": "new-{table}",
    "remove": "table-{table}",
    "tick": ROW,
    "up": ROW,
    "down": ROW,
    "first": ROW,
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The id of an element, and the page of the table that it stands on."""

    id: str
    page: int


def anchor(gesture: Gesture, table: Table, paths: Flat) -> Anchor | None:
    """Where one is led in a table, as it stands afterwards; None for what is no row's button."""
    name, row = gesture.name, gesture.leads_to
    order = rows.order_of(paths, table.id)
    if name not in ANCHORS or (ANCHORS[name] == ROW and row not in order):
        return None
    # A new row is the last one, and so was the one that is gone at worst.
    last = max(len(order) - 1, 0)
    place = order.index(row) if row in order else last
    found = ANCHORS[name].format(table=table.id, row=row)
    return Anchor(found, place // limits.ROWS_PER_PAGE + 1)
