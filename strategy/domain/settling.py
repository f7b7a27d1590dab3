"""How far an answer is once it has changed, when nobody says so."""

from strategy.domain.flat import Flat, says_something, unflatten
from strategy.domain.merging import Changes, apply
from strategy.domain.questionnaire import Question
from strategy.domain.repeats import repeats

DRAFT, DONE, NOT_APPLICABLE = "draft", "done", "not_applicable"
SAYING = frozenset({DRAFT, DONE})


def settled(question: Question, paths: Flat, changes: Changes) -> Flat:
    """Something said makes a draft; nothing left makes it empty again.

    A finished answer says nothing twice where it may stand once: it waits for a person again.
    """
    says = says_something(unflatten(paths))
    state = paths.get("state")
    if not says and state in SAYING:
        return {"state": None}
    if says and (state is None or _was_passed_over(paths, changes)):
        return {"state": DRAFT}
    return {"state": DRAFT} if state == DONE and _repeats_more(question, paths, changes) else {}


def _before(paths: Flat, changes: Changes) -> Flat:
    return apply(paths, {path: [now, was] for path, (was, now) in changes.items()})


def _was_passed_over(paths: Flat, changes: Changes) -> bool:
    """True when what did not apply said nothing, and now says something."""
    before = _before(paths, changes)
    said = says_something(unflatten(before))
    return before.get("state") == paths.get("state") == NOT_APPLICABLE and not said


def _repeats_more(question: Question, paths: Flat, changes: Changes) -> bool:
    """True when something is said twice that was not before: a file may have said so."""
    return not _repeated(question, paths) <= _repeated(question, _before(paths, changes))


def _repeated(question: Question, paths: Flat) -> set[tuple[str, str, str]]:
    found = repeats(question.tables, unflatten(paths))
    return {(each.table.id, each.column.id, each.row) for each in found}
