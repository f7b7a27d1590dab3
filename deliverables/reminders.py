"""The legal reminders of the decisions that apply, at the organisation's tier, with their dates."""

from charter.domain.decisions import Decision, Reminder
from charter.domain.tier import reached, reminders
from deliverables.articles import CharterReader
from deliverables.reader import Reader
from deliverables.tree import Chapter, Column, Fact, Facts, Grid, Row
from deliverables.widths import PAGE

DECISION, TEXT, CHECKED = 40, 48, 22


def reminders_chapter(known: CharterReader) -> Chapter:
    """The tier reached and, decision by decision, what the texts ask."""
    reader, words = known.reader, known.reader.words
    tier = reached(known.charter, reader.organisation, known.decided)
    facts = [Fact(words["reminders.tier"], reader.own(f"{tier.tier.title}. {tier.tier.situation}"))]
    facts += [Fact(words["reminders.note"], reader.own(note)) for note in tier.notes]
    found = [
        (decision, reminder)
        for decision in known.applicable
        for reminder in reminders(decision, tier.tier.id)
    ]
    columns = (
        Column(words["reminders.article"], DECISION),
        Column(words["reminders.text"], TEXT),
        Column(words["reminders.asks"], PAGE - DECISION - TEXT - CHECKED),
        Column(words["reminders.checked"], CHECKED),
    )
    rows = tuple(_row(reader, decision, reminder) for decision, reminder in found)
    ids = tuple(dict.fromkeys(decision.id for decision, _ in found))
    return Chapter(
        id="reminders",
        title=words["reminders.title"],
        lead=reader.own(words["reminders.lead"]),
        blocks=(
            Facts(tuple(facts), sources=("space",)),
            Grid(words["reminders.title"], columns, rows, wide=True, sources=ids),
        ),
    )


def _row(reader: Reader, decision: Decision, reminder: Reminder) -> Row:
    text = f"{reminder.text}, {reminder.article}" if reminder.article else reminder.text
    checked = (
        reader.own(reader.teller.date(reminder.checked))
        if reminder.checked
        else reader.own(reader.words["reminders.unchecked"], "missing")
    )
    return Row(
        (
            reader.own(f"{decision.number}. {decision.in_document}"),
            reader.own(text),
            reader.own(reminder.asks),
            checked,
        )
    )
