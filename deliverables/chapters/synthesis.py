"""The synthesis: one page, one line each, made from answers only."""

from dataclasses import replace
from typing import Any

from deliverables.reader import Reader
from deliverables.tree import Chapter, Point, Summary, Text
from deliverables.typesetting import clipped

# How many signs a line and a name keep, so that the worst case still holds on a page.
LINE, SHARE, NAME, UNIT = 170, 84, 76, 24
# The publics are few: their names may be longer.
PUBLIC = 100
FEW, SOME = 3, 5

Lines = list[tuple[Text, ...]]


def synthesis(reader: Reader) -> Chapter:
    """The page that a decision-maker reads."""
    words = reader.words
    points = tuple(
        _point(reader, place, question, lines(reader)) for place, question, lines in POINTS
    )
    return Chapter(
        id="synthesis",
        title=words["synthesis.title"],
        lead=reader.own(words["synthesis.lead"]),
        blocks=(
            Summary(
                title=words["synthesis.title"],
                columns=(
                    words["synthesis.subject"],
                    words["synthesis.answer"],
                    words["synthesis.question"],
                ),
                points=points,
                sources=tuple(dict.fromkeys(each[1] for each in POINTS)),
            ),
        ),
    )


def _point(reader: Reader, place: str, question_id: str, lines: Lines) -> Point:
    undecided = (reader.own(reader.words["document.to_decide"], "missing"),)
    return Point(
        label=reader.title(reader.words[f"synthesis.{place}"]),
        lines=tuple(line for line in lines if line) or (undecided,),
        number=str(reader.question(question_id).number),
        target=f"question-{question_id}",
    )


def _cut(text: Text, limit: int) -> Text:
    return Text(clipped(text.words, limit), text.language, text.tone)


def _sentence(reader: Reader, place: str, **parts: Text) -> tuple[Text, ...]:
    """A sentence of ours with words of theirs inside, each in its language."""
    runs: list[Text] = []
    rest = reader.words[f"synthesis.{place}"]
    for name, text in parts.items():
        before, _, rest = rest.partition(f"{{{name}}}")
        runs += [reader.own(before), text]
    runs.append(reader.own(rest))
    return tuple(run for run in runs if run.words)


def _list(reader: Reader, texts: list[Text]) -> tuple[Text, ...]:
    """Several of theirs on one line."""
    separator = reader.own(reader.separator)
    runs = [run for text in texts for run in (separator, text)]
    return tuple(runs[1:])


def _names(
    reader: Reader, question: str, table: str, column: str, *, limit: int = NAME
) -> list[Text]:
    """The different values of a column, in the order of the rows."""
    told = [reader.cell_text(question, table, row, column) for row in reader.rows(question, table)]
    return [_cut(text, limit) for text in dict.fromkeys(told) if text.words]


def _by_rank(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: float(row.get("rank") or "inf"))


def _objective(reader: Reader) -> Lines:
    sentence = _cut(reader.header_text("objective", "sentence"), LINE)
    horizon = [reader.header_text("objective", each) for each in ("horizon", "due")]
    return [
        (sentence,) if sentence.words else (),
        _list(reader, [each for each in horizon if each.words]),
    ]


def _publics(reader: Reader) -> Lines:
    first = _by_rank(reader.rows("receivers", "audiences"))[:FEW]
    names = [reader.cell_text("receivers", "audiences", row, "audience") for row in first]
    return [_list(reader, [_cut(name, PUBLIC) for name in names if name.words])]


def _gap(reader: Reader) -> Lines:
    said = _cut(reader.header_text("image", "said"), LINE)
    wanted = _names(reader, "image", "themes", "wanted")[:FEW]
    return [
        _sentence(reader, "said", said=said) if said.words else (),
        *([_sentence(reader, "wanted", wanted=Text("")) + _list(reader, wanted)] if wanted else []),
    ]


def _messages(reader: Reader) -> Lines:
    found: Lines = []
    for row in reader.rows("messages", "messages")[:FEW]:
        message = _cut(reader.cell_text("messages", "messages", row, "message"), SHARE)
        proof = _cut(reader.cell_text("messages", "messages", row, "proof"), SHARE)
        to_decide = reader.own(reader.words["document.to_decide"], "missing")
        if message.words:
            told = proof if proof.words else to_decide
            message = replace(message, words=message.words.rstrip("."))
            found.append(_sentence(reader, "proof", message=message, proof=told))
    return found


def _places(reader: Reader) -> Lines:
    names = _names(reader, "places", "places", "place")[:SOME]
    delay = reader.header_text("reply_times", "announced_delay")
    promised = (
        _sentence(reader, "delay", delay=delay)
        if delay.words
        else (reader.own(reader.words["synthesis.delay_to_decide"], "missing"),)
    )
    return [_list(reader, names), promised] if names or delay.words else []


def _voices(reader: Reader) -> Lines:
    speak = _names(reader, "speakers", "speakers", "holder")[:SOME]
    decide = _names(reader, "arbiters", "levels", "decider")[:FEW]
    told = (("speak", speak), ("decide", decide))
    return [
        _sentence(reader, place, people=Text("")) + _list(reader, people)
        for place, people in told
        if people
    ]


def _means(reader: Reader) -> Lines:
    hours = reader.header_text("hours", "weekly_hours")
    budget = reader.header_text("budget", "yearly_budget")
    told = (("hours", hours), ("budget", budget))
    return [_sentence(reader, place, **{place: text}) for place, text in told if text.words]


def _indicator(reader: Reader) -> Lines:
    rows = reader.rows("indicators", "indicators")
    if not rows:
        return []
    row = next((each for each in rows if each.get("main")), rows[0])
    asked = ("indicator", "baseline", "target", "unit", "due")
    told = {each: reader.cell_text("indicators", "indicators", row, each) for each in asked}
    lines: Lines = [(_cut(told["indicator"], LINE),)]
    told["unit"] = _cut(told["unit"], UNIT)
    if told["baseline"].words and told["target"].words:
        told["space"] = reader.own(reader.teller.before_unit(told["unit"].words))
        parts = {each: told[each] for each in ("baseline", "target", "space", "unit")}
        lines.append(_sentence(reader, "from_to", **parts))
    if told["due"].words:
        lines.append(_sentence(reader, "by", due=told["due"]))
    return [lines[0], tuple(run for line in lines[1:] for run in (*line, Text(" ")))]


def _opening(reader: Reader) -> Lines:
    opens = reader.header_text("opening", "opens_on")
    rows = reader.rows("opening", "prerequisites")
    late = [row for row in rows if not row.get("done_on")]
    names = [reader.cell_text("opening", "prerequisites", row, "prerequisite") for row in late]
    named = [_cut(name, NAME) for name in names if name.words]
    missing = named[:SOME]
    if len(named) == SOME + 1:
        missing = named
    elif len(named) > SOME:
        more = reader.words.say("synthesis.more", count=len(named) - SOME)
        missing.append(reader.own(more))
    lines: Lines = [_sentence(reader, "opens", date=opens)] if opens.words else []
    if missing:
        lines.append(_sentence(reader, "not_ready", what=Text("")) + _list(reader, missing))
    elif rows:
        lines.append((reader.own(reader.words["synthesis.all_ready"]),))
    return lines


def _stop(reader: Reader) -> Lines:
    return [
        (text,)
        for text in _names(reader, "change_of_course", "conditions", "condition", limit=2 * NAME)[
            :FEW
        ]
    ]


POINTS = (
    ("objective", "objective", _objective),
    ("publics", "receivers", _publics),
    ("gap", "image", _gap),
    ("messages", "messages", _messages),
    ("places", "places", _places),
    ("voices", "speakers", _voices),
    ("means", "hours", _means),
    ("indicator", "indicators", _indicator),
    ("opening", "opening", _opening),
    ("stop", "change_of_course", _stop),
)
