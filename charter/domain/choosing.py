"""What may be chosen together, and what still stands in the way of confirming it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from charter.domain.decisions import Decision, Detail, Entry, Option


class Obstacle(StrEnum):
    """Why a choice is not admissible, or cannot be confirmed."""

    NOTHING = "nothing"
    UNKNOWN = "unknown"
    NOT_ADDED = "not_added"
    EXCLUSIVE = "exclusive"
    UNKNOWN_BASE = "unknown_base"
    BASE = "base"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Problem:
    """One obstacle, and the words that go with it (an option's id or its reason)."""

    obstacle: Obstacle
    about: str = ""


def header_of(entry: Entry) -> Mapping[str, Any]:
    """The header of one decision of a dossier."""
    header: Mapping[str, Any] = entry.get("value", {}).get("header", {})
    return header


def options_of(entry: Entry) -> tuple[str, ...]:
    """The options chosen, the main one first."""
    return tuple(header_of(entry).get("options", ()))


def chosen(decision: Decision, header: Mapping[str, Any]) -> tuple[Option, ...]:
    """The options chosen that the content knows, the base before the one that asks for it."""
    options = [decision.option(each) for each in header.get("options", ())]
    known = [each for each in options if each]
    base = decision.option(header.get("base", ""))
    if base and any(base.id in each.asks for each in known):
        return (base, *known)
    return tuple(known)


def bases(decision: Decision, main: str) -> tuple[Option, ...]:
    """The options of which this main one asks for one; none for most."""
    option = decision.option(main)
    asked = option.asks if option else ()
    return tuple(each for each in decision.options if each.id in asked)


def asked_details(decision: Decision, header: Mapping[str, Any]) -> tuple[Detail, ...]:
    """The details that the options chosen call for."""
    ids = {option.id for option in chosen(decision, header)}
    return tuple(each for each in decision.details if not each.serves or ids & set(each.serves))


def settle(decision: Decision, options: Sequence[str], base: str) -> dict[str, Any]:
    """What a page posted, without what a former main option left behind."""
    if not options:
        return {}
    main, *others = options
    if not decision.multiple:
        others = [each for each in others if main in _added_to(decision, each)]
    order = [option.id for option in decision.options]
    others.sort(key=lambda each: order.index(each) if each in order else -1)
    kept: dict[str, Any] = {"options": list(dict.fromkeys([main, *others]))}
    if base and bases(decision, main):
        kept["base"] = base
    return kept


def base_for(decision: Decision, options: Sequence[str], *wanted: str) -> str:
    """The first of the bases wanted that these options ask for; nothing when none is."""
    admitted = {each.id for option in options for each in bases(decision, option)}
    return next((each for each in wanted if each in admitted), "")


def base_offered(decision: Decision, header: Mapping[str, Any]) -> str:
    """The base that stands ticked beside an option that asks for one.

    The one decided; else, while no option asks for it yet, the main option that one would leave
    for it, or the one advised. An option chosen without a base waits for a person to say which.
    """
    held: str = header.get("base") or ""
    asking = [option.id for option in decision.options if option.asks]
    main = next(iter(header.get("options") or ()), "")
    if held or main in asking:
        return held
    return base_for(decision, asking, main, decision.default_base)


def _added_to(decision: Decision, option_id: str) -> tuple[str, ...]:
    option = decision.option(option_id)
    return option.added_to if option else ()


def inadmissible(decision: Decision, header: Mapping[str, Any]) -> Iterator[Problem]:
    """What cannot stand together, whoever wrote it."""
    options = list(header.get("options", ()))
    for each in options:
        if decision.option(each) is None:
            yield Problem(Obstacle.UNKNOWN, each)
    if decision.multiple:
        yield from _alone(decision, options)
    else:
        for each in options[1:]:
            if options[0] not in _added_to(decision, each):
                yield Problem(Obstacle.NOT_ADDED, each)
    yield from _base(decision, options, header.get("base", ""))


def _alone(decision: Decision, options: list[str]) -> Iterator[Problem]:
    for each in options:
        option = decision.option(each)
        if option and option.refused and len(options) > 1:
            yield Problem(Obstacle.EXCLUSIVE, each)


def _base(decision: Decision, options: list[str], base: str) -> Iterator[Problem]:
    admitted = {each.id for option in options for each in bases(decision, option)}
    if base and base not in admitted:
        yield Problem(Obstacle.UNKNOWN_BASE, base)


def unconfirmable(decision: Decision, header: Mapping[str, Any]) -> Iterator[Problem]:
    """What refuses confirmation: nothing chosen, a base undecided, an option that nobody may."""
    yield from inadmissible(decision, header)
    options = chosen(decision, header)
    if not options:
        yield Problem(Obstacle.NOTHING)
    for option in options:
        if option.refused:
            yield Problem(Obstacle.REFUSED, option.refused)
        if option.asks and not header.get("base"):
            yield Problem(Obstacle.BASE, option.id)
