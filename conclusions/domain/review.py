"""Every finding of a dossier on a day, in one pass."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from conclusions.domain import rules
from conclusions.domain.dossier import DECISION, QUESTION, Dossier
from conclusions.domain.findings import Finding, Found, Level, Place
from conclusions.domain.reads import first_row
from conclusions.domain.registry import RULES
from conclusions.domain.rulebook import Rulebook, RuleWords, Target, rulebook
from strategy.domain.loading import STRUCTURE, questionnaire

ORDER = list(Level)
REGISTERED = rules.__all__


def review(
    written: Mapping[str, Any], as_of: date, book: Rulebook | None = None
) -> tuple[Finding, ...]:
    """The findings of a dossier, the most serious first; the same dossier and day, the same."""
    return findings_of(Dossier(written), as_of, book)


def findings_of(dossier: Dossier, as_of: date, book: Rulebook | None = None) -> tuple[Finding, ...]:
    """The same, of a dossier that is read for something else too."""
    found = [
        _finding(words, holds)
        for words in (book or rulebook(STRUCTURE)).rules
        if (holds := RULES[words.code](dossier, as_of))
    ]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.level)))


def finding_of(code: str, dossier: Dossier, as_of: date) -> Finding | None:
    """What one rule finds; None when it does not hold."""
    found = RULES[code](dossier, as_of)
    return _finding(rulebook(STRUCTURE).by_code[code], found) if found else None


def _finding(words: RuleWords, found: Found) -> Finding:
    wording = words.worded(found.variant)
    return Finding(
        code=words.code,
        level=wording.level,
        legal=bool(wording.legal),
        values=found.values,
        reads=found.reads,
        mends=tuple(
            found.leads.get(mend.to) or _place(mend.target, found)
            for mend in words.ways(found.variant, found.idle)
        ),
        variant=found.variant,
        idle=found.idle,
    )


def _place(target: Target, found: Found) -> Place:
    """Where a way to mend leads in this dossier: in a table, the first row that was read."""
    if target.kind == QUESTION and questionnaire(STRUCTURE).by_id[target.id].table(target.field):
        return Place(target.kind, target.id, _cell(target, found))
    name = target.field or ("options" if target.kind == DECISION else "")
    return Place(target.kind, target.id, f"header/{name}" if name else "")


def _cell(target: Target, found: Found) -> str:
    table = f"rows/{target.field}"
    row = first_row(found.reads, target.id, target.field)
    return f"{table}/{row}/{target.column}" if row and target.column else table


def contradicted(findings: Iterable[Finding], *, charter: str) -> frozenset[str]:
    """The questions that findings contradict; `charter` is the one that tells of decisions."""
    places = (
        place for each in findings if each.level is not Level.REMINDER for place in each.places
    )
    kinds: dict[str, Callable[[Place], str]] = {
        QUESTION: lambda place: place.id,
        DECISION: lambda place: charter,
    }
    return frozenset(kinds[place.kind](place) for place in places if place.kind in kinds)
