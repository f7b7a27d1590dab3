"""The legal reminders of the decisions that apply, at the organisation's tier, with their dates."""

from charter.domain.decisions import Decision, Reminder
from charter.domain.tier import reached, reminders
from deliverables.chapters.articles import CharterReader
from deliverables.chapters.contradictions import Reviewed, reminded
from deliverables.reader import Reader
from deliverables.tree import Chapter, Column, Fact, Facts, Grid, Row
from deliverables.widths import PAGE

DECISION = 40


def reminders_chapter(known: CharterReader, reviewed: Reviewed) -> Chapter:
    """The tier reached; decision by decision, what the texts ask; what answers call for."""
    reader, words = known.reader, known.reader.words
    tier = reached(known.charter, reader.organisation, known.decided)
    facts = [Fact(words["reminders.tier"], reader.own(f"{tier.tier.title}. {tier.tier.situation}"))]
    facts += [Fact(words["reminders.note"], reader.own(note)) for note in tier.notes]
    columns = (
        Column(words["reminders.article"], DECISION),
        Column(words["reminders.texts"], PAGE - DECISION),
    )
    recalled = [(each, reminders(each, tier.tier.id)) for each in known.applicable]
    printed = {each.decision.id: number for number, each in enumerate(known.published.articles, 1)}
    rows = tuple(
        _row(reader, _place(reader, each, printed.get(each.id)), found)
        for each, found in recalled
        if found
    )
    return Chapter(
        id="reminders",
        title=words["reminders.title"],
        lead=reader.own(words["reminders.lead"]),
        blocks=(
            Facts(tuple(facts), sources=("space",)),
            Grid(
                words["reminders.title"],
                columns,
                rows,
                wide=True,
                sources=tuple(each.id for each in known.applicable),
            ),
        ),
        sections=reminded(reviewed),
    )


def _place(reader: Reader, decision: Decision, article: int | None) -> str:
    """The article of the charter as it is printed; the decision while it has none."""
    name = "reminders.of_article" if article else "reminders.of_decision"
    number = article or decision.number
    return reader.words.say(name, number=number, title=decision.in_document)


def _row(reader: Reader, place: str, found: tuple[Reminder, ...]) -> Row:
    return Row((reader.own(place), reader.own("\n".join(_line(reader, each) for each in found))))


def _line(reader: Reader, reminder: Reminder) -> str:
    words = reader.words
    checked = words["reminders.unchecked"]
    if reminder.checked:
        checked = words.say("reminders.checked", date=reader.teller.date(reminder.checked))
    text = f"{reminder.text}, {reminder.article}" if reminder.article else reminder.text
    return words.say("reminders.line", text=text, asks=reminder.asks.rstrip("."), checked=checked)
