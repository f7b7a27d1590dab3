"""What must hold between the words of the charter, each breach as a sentence with its place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from charter.domain.blanks import BRACES, ORGANISATION
from charter.domain.choosing import bases
from charter.domain.decisions import SPACE, Charter, Decision, Option, Reminder
from charter.domain.loading import CONTENT, load
from strategy.domain.loading import LANGUAGES, STRUCTURE, tells_mistakes
from strategy.domain.soundness import field_problems, homes, misnamed

DECISIONS = 20
OPTIONS = 98
TIERS = frozenset({"none", "undecided", "N0", "N1", "N2", "N3"})


@tells_mistakes
def find_problems(folder: Path = CONTENT, questions: Iterable[str] = ()) -> Iterator[str]:
    """Every mistake in the content; `questions` are the ids that a decision may link to."""
    found = load(STRUCTURE, folder)
    yield from misnamed(homes(sorted(folder.glob("decisions/*.toml")), "decision"))
    yield from problems_of(found, frozenset(questions))
    # Structure is stated once; only clauses differ from one language to the other.
    for language in LANGUAGES:
        yield from _clauses(load(language, folder))


def problems_of(charter: Charter, questions: frozenset[str] = frozenset()) -> Iterator[str]:
    """What does not hold within one charter that could be read."""
    yield from _counts(charter)
    for decision in charter.decisions:
        yield from _names(_file(decision), decision)
        yield from _options(_file(decision), decision)
        yield from _details(_file(decision), decision)
        yield from _links(_file(decision), decision, charter, questions)
        for reminder in decision.reminders:
            yield from _reminder(f"{_file(decision)} {reminder.id}", reminder)
    yield from _presets(charter)
    for tier in sorted(TIERS.symmetric_difference(charter.tier_by_id)):
        yield f"tiers.toml: '{tier}' is missing or unknown."


def _file(decision: Decision) -> str:
    return f"decisions/{decision.id}.toml {decision.id}"


def _counts(charter: Charter) -> Iterator[str]:
    numbers = [each.number for each in charter.decisions]
    if numbers != list(range(1, DECISIONS + 1)):
        yield f"decisions: numbers should run from 1 to {DECISIONS}, not {numbers}."
    options = sum(len(each.options) for each in charter.decisions)
    if options != OPTIONS:
        yield f"decisions: {options} options, there should be {OPTIONS}."
    yield from _repeated("decisions", (each.id for each in charter.decisions))
    yield from _repeated("presets.toml", (each.id for each in charter.presets))


def _repeated(place: str, names: Iterable[str]) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"{place}: '{name}' stands {count} times, once may."


def _names(place: str, decision: Decision) -> Iterator[str]:
    yield from _repeated(f"{place} options", (each.id for each in decision.options))
    yield from _repeated(f"{place} keys", (each.key for each in decision.options))
    yield from _repeated(f"{place} reminders", (each.id for each in decision.reminders))
    fields = (each.id for each in decision.fields)
    yield from _repeated(f"{place} details", (ORGANISATION, *fields))


def _options(place: str, decision: Decision) -> Iterator[str]:
    yield from _unknown(f"{place} default", decision.default, decision)
    yield from _base(f"{place} default", decision, decision.default, decision.default_base)
    for option in decision.options:
        yield from _unknown(f"{place} {option.id} added_to", option.added_to, decision)
        yield from _unknown(f"{place} {option.id} asks", option.asks, decision)
        yield from _clause_or_refusal(f"{place} {option.id}", option)


def _unknown(place: str, named: Iterable[str], decision: Decision) -> Iterator[str]:
    for each in named:
        if decision.option(each) is None:
            yield f"{place}: '{each}' is no option of it."


def _clause_or_refusal(place: str, option: Option) -> Iterator[str]:
    if bool(option.clause) == bool(option.refused):
        yield f"{place}: an option has a clause, or says why it is refused."


def _details(place: str, decision: Decision) -> Iterator[str]:
    for detail in decision.details:
        yield from field_problems(detail.field, f"{place} {detail.id}")
        yield from _unknown(f"{place} {detail.id} serves", detail.serves, decision)


def _links(
    place: str, decision: Decision, charter: Charter, questions: frozenset[str]
) -> Iterator[str]:
    for each in sorted(set(decision.linked) - set(charter.by_id)):
        yield f"{place} linked: '{each}' is no decision."
    for each in sorted(set(decision.questions) - questions):
        yield f"{place} questions: '{each}' is no question."
    space = charter.by_id.get(SPACE)
    if space is not None:
        yield from _unknown(f"{place} applies_to", decision.applies_to, space)
    if decision.applies_to and not decision.without_object:
        yield f"{place}: applies_to without the sentence of without_object."


def _reminder(place: str, reminder: Reminder) -> Iterator[str]:
    for tier in reminder.tiers:
        if tier not in TIERS:
            yield f"{place}: '{tier}' is no tier."
    if reminder.checked is not None and type(reminder.checked) is not date:
        yield f"{place}: checked is a date, or is left out."
    if reminder.source and not reminder.source.startswith(("https://", "http://")):
        yield f"{place}: source is an address."


def _presets(charter: Charter) -> Iterator[str]:
    for preset in charter.presets:
        place = f"presets.toml {preset.id}"
        for decision_id, options in preset.choices.items():
            decision = charter.by_id.get(decision_id)
            if decision is None:
                yield f"{place}: '{decision_id}' is no decision."
            else:
                yield from _unknown(f"{place} {decision_id}", options, decision)
                base = preset.base.get(decision_id, "")
                yield from _base(f"{place} {decision_id}", decision, options, base)
        for decision_id in preset.base.keys() - preset.choices.keys():
            yield f"{place} base: '{decision_id}' is no decision that it chooses."


def _base(place: str, decision: Decision, options: Iterable[str], base: str) -> Iterator[str]:
    admitted = {each.id for option in options for each in bases(decision, option)}
    if bool(admitted) != bool(base) or not admitted.issuperset(filter(None, [base])):
        wanted = ", ".join(sorted(admitted)) or "none"
        yield f"{place}: its base is '{base}', it should be one of: {wanted}."


def _clauses(charter: Charter) -> Iterator[str]:
    for decision in charter.decisions:
        known = {detail.id for detail in decision.details} | {ORGANISATION}
        for option in decision.options:
            place = f"{_file(decision)} {option.id} clause.{charter.language}"
            yield from _blanks(place, option.clause, known)


def _blanks(place: str, clause: str, known: set[str]) -> Iterator[str]:
    for found in re.finditer(BRACES, clause):
        if found["id"] not in known:
            yield f"{place}: '{{{found['id']}}}' is neither a detail nor organisation."
    if set("{}") & set(re.sub(BRACES, "", clause)):
        yield f"{place}: a brace that holds no blank."
