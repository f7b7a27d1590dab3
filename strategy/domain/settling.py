"""How far an answer is once it has changed, when nobody says so."""

from strategy.domain.flat import Flat, says_something, unflatten
from strategy.domain.merging import Changes, apply

DRAFT, NOT_APPLICABLE = "draft", "not_applicable"
SAYING = frozenset({DRAFT, "done"})


def settled(paths: Flat, changes: Changes) -> Flat:
    """Something said makes a draft; nothing left makes it empty again."""
    says = says_something(unflatten(paths))
    state = paths.get("state")
    if says and (state is None or _was_passed_over(paths, changes)):
        return {"state": DRAFT}
    if not says and state in SAYING:
        return {"state": None}
    return {}


def _was_passed_over(paths: Flat, changes: Changes) -> bool:
    """True when what did not apply said nothing, and now says something."""
    before = apply(paths, {path: [now, was] for path, (was, now) in changes.items()})
    said = says_something(unflatten(before))
    return before.get("state") == paths.get("state") == NOT_APPLICABLE and not said
