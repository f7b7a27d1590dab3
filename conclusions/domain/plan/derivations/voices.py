"""Who speaks, with which words, how one answers, what one does in a crisis."""

from collections.abc import Iterator
from datetime import date

from conclusions.domain.dossier import Cells, cells, named
from conclusions.domain.plan.derivations.groundwork import PEOPLE, instance_of, prerequisite
from conclusions.domain.plan.deriving import Instance, Known, by, derives, first, person, times
from conclusions.domain.trust.promises import NOWHERE, Promise, followed

SPEAKERS, SUBJECTS, MESSAGES = "speakers.speakers", "red_lines.subjects", "messages.messages"
TRIGGERS, CASES, LEVELS = "crisis.triggers", "replies.cases", "arbiters.levels"
ENCOUNTERS = "encounters.queries"
WRONG = ("partial", "no")
UNWRITTEN = ("nobody", "improvised")
# A promise of which the register says nothing.
UNFOLLOWED = Promise("", "message", "", NOWHERE)


@derives("name_deputy")
def name_deputy(known: Known) -> Iterator[Instance]:
    """Places where one person speaks alone."""
    rows = [
        row for row in known.dossier.rows(SPEAKERS) if row.get("holder") and not row.get("deputy")
    ]
    if rows:
        owner, effort = known.in_charge("speakers"), times("1", len(rows))
        values = {"places": named(rows, SPEAKERS)}
        yield Instance(cells(rows, "holder", "deputy"), values=values, owner=owner, effort=effort)


@derives("staff_rule")
def staff_rule(known: Known) -> Iterator[Instance]:
    """Voices are named, and nothing is said of the others."""
    header = known.dossier.header("speakers")
    if known.dossier.rows(SPEAKERS) and not header.get("staff_rule"):
        yield Instance(header.read("staff_rule"), owner=known.in_charge("speakers"))


@derives("train_speaker")
def train_speaker(known: Known) -> Iterator[Instance]:
    """Each person who speaks, where the day of their training is empty."""
    untrained = [row for row in known.dossier.rows(SPEAKERS) if row.day("trained_on") is None]
    for key, rows in by(untrained, "holder").items():
        values = {"person": rows[0].read("holder")[0], "places": named(rows, SPEAKERS)}
        yield Instance(cells(rows, "trained_on"), key, values, owner=key)


@derives("train_voices")
def train_voices(known: Known) -> Iterator[Instance]:
    """The prerequisite of question 13."""
    if row := prerequisite(known, "trained_voices"):
        yield instance_of(row, owner=known.in_charge("speakers"))


@derives("replacement_sentences")
def replacement_sentences(known: Known) -> Iterator[Instance]:
    """Red lines without what is said instead."""
    rows = [row for row in known.dossier.rows(SUBJECTS) if not row.get("replacement")]
    if rows:
        owner, effort = known.in_charge("red_lines"), times("0.5", len(rows))
        values = {"subjects": named(rows, SUBJECTS)}
        yield Instance(cells(rows, "replacement"), values=values, owner=owner, effort=effort)


@derives("brief_red_lines")
def brief_red_lines(known: Known) -> Iterator[Instance]:
    """There are red lines, and people who answer."""
    rows = known.dossier.rows(SUBJECTS)
    if rows:
        yield Instance(cells(rows, "subject"), owner=known.in_charge("red_lines"))


@derives("prove_message")
def prove_message(known: Known) -> Iterator[Instance]:
    """Messages whose proof is not there, or cannot be reached."""
    for row in known.dossier.rows(MESSAGES):
        if row.get("message") and not (row.get("proof") and row.get("url")):
            values = {"message": named([row], MESSAGES)}
            owner = first(person(row.get("owner")), known.in_charge("messages"))
            yield Instance(row.read("proof", "url"), row.row, values, owner=owner)


@derives("keep_promise")
def keep_promise(known: Known) -> Iterator[Instance]:
    """Messages that are promises, as far as the register leaves them to be kept."""
    followed_up = {each.key: each for each in followed(known.dossier, known.as_of)}
    for row in known.dossier.rows(MESSAGES):
        said = followed_up.get(row.row, UNFOLLOWED)
        if row.get("promise") is True and (said.is_open or _kept_on(said)):
            values = {"message": named([row], MESSAGES)}
            owner = first(said.owner, person(row.get("owner")), known.in_charge("messages"))
            reads = (*row.read("message", "due"), *(said.said.read("state") if said.row else ()))
            day = said.due or row.day("due")
            yield Instance(reads, row.row, values, owner=owner, due=day, done_on=_kept_on(said))


def _kept_on(promise: Promise) -> date | None:
    return promise.settled_on if promise.state == "kept" else None


@derives("correct_answer")
def correct_answer(known: Known) -> Iterator[Instance]:
    """Answers about us that are wrong or partial where people look."""
    for row in known.dossier.rows(ENCOUNTERS):
        if row.get("exact") in WRONG and row.get("where"):
            values = {"where": row.read("where")[0], "query": named([row], ENCOUNTERS)}
            reads = row.read("exact", "cited_source", "action")
            yield Instance(reads, row.row, values, owner=known.in_charge("encounters"))


def _red(known: Known) -> Cells | None:
    return next((row for row in known.dossier.rows(LEVELS) if row.row == "red"), None)


@derives("crisis_decider")
def crisis_decider(known: Known) -> Iterator[Instance]:
    """The red level lacks a name, by day or by night."""
    red = _red(known)
    if red and not (red.get("decider") and red.get("out_of_hours")):
        reads = red.read("decider", "out_of_hours")
        yield Instance(reads, owner=first(person(red.get("decider")), known.in_charge("arbiters")))


@derives("crisis_statements")
def crisis_statements(known: Known) -> Iterator[Instance]:
    """Triggers above green without a holding statement."""
    rows = [
        row
        for row in known.dossier.rows(TRIGGERS)
        if row.get("level") in ("orange", "red") and not row.get("holding_statement")
    ]
    if rows:
        owner, effort = known.in_charge("crisis"), times("1", len(rows))
        values = {"triggers": named(rows, TRIGGERS)}
        yield Instance(cells(rows, "holding_statement"), values=values, owner=owner, effort=effort)


@derives("rehearse_crisis")
def rehearse_crisis(known: Known) -> Iterator[Instance]:
    """The prerequisite of question 13, or triggers that nobody has played out."""
    row, rows, red = (
        prerequisite(known, "crisis_rehearsed"),
        known.dossier.rows(TRIGGERS),
        _red(known),
    )
    owner = first(person(red.get("decider")) if red else "", known.in_charge("crisis"))
    if row:
        yield instance_of(row, owner=owner)
    elif rows:
        yield Instance(cells(rows, "trigger"), owner=owner)


@derives("reply_tree")
def reply_tree(known: Known) -> Iterator[Instance]:
    """Nobody answers, or everyone in their own way."""
    header = known.dossier.header("replies")
    if header.get("maturity") in UNWRITTEN:
        yield Instance(header.read("maturity"), owner=known.in_charge("replies"))


@derives("reply_sentences")
def reply_sentences(known: Known) -> Iterator[Instance]:
    """Cases that are answered, without their first sentence."""
    rows = [
        row
        for row in known.dossier.rows(CASES)
        if row.get("answered") is not False and row.get("case") and not row.get("first_sentence")
    ]
    if rows:
        owner, effort = known.in_charge("replies"), times("0.5", len(rows))
        values = {"cases": named(rows, CASES)}
        yield Instance(cells(rows, "first_sentence"), values=values, owner=owner, effort=effort)


@derives("reply_circuit")
def reply_circuit(known: Known) -> Iterator[Instance]:
    """A delay is announced."""
    header = known.dossier.header("reply_times")
    answering = (r for r in known.dossier.rows(PEOPLE) if r.get("mission") == "answering")
    if header.get("announced_delay"):
        (delay,) = header.read("announced_delay")
        owner = first(known.in_charge("reply_times"), *by(answering, "person"))
        yield Instance((delay,), values={"delay": delay}, owner=owner)


@derives("name_replacement")
def name_replacement(known: Known) -> Iterator[Instance]:
    """Missions of question 22 that nobody takes over."""
    alone = [
        row
        for row in known.dossier.rows(PEOPLE)
        if row.get("mission") and not row.get("replacement")
    ]
    for key, rows in by(alone, "person").items():
        values = {"person": rows[0].read("person")[0], "missions": cells(rows, "mission")}
        effort, owner = times("0.5", len(rows)), known.in_charge("hours")
        yield Instance(cells(rows, "replacement"), key, values, owner=owner, effort=effort)
