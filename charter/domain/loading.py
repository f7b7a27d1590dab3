"""From TOML to the charter's shapes: one language at a time, each mistake a sentence."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from charter.domain.decisions import (
    Charter,
    Decision,
    Detail,
    Option,
    Preset,
    Reminder,
    Tier,
    Words,
)
from strategy.domain.loading import (
    entries,
    field,
    read_in,
    shape,
    shapes,
    spoken,
    version_of,
)
from strategy.domain.places import nested, place_of

CONTENT = Path(__file__).resolve().parent.parent / "content"


def detail(written: dict[str, Any], where: str) -> Detail:
    """A detail from its table: a field, and what it fills."""
    own = {key: written[key] for key in ("blank", "default", "serves") if key in written}
    asked = {key: each for key, each in written.items() if key not in own}
    place = place_of(written, where)
    return shape(Detail, own | {"field": field(asked, where)}, place)


def decision(written: dict[str, Any], where: str) -> Decision:
    """A decision from its table."""
    place = place_of(written, where)
    inner = {
        "options": tuple(shape(Option, each, at) for at, each in nested(written, "options", place)),
        "details": tuple(detail(each, at) for at, each in nested(written, "details", place)),
        "reminders": tuple(
            shape(Reminder, each, at) for at, each in nested(written, "reminders", place)
        ),
    }
    return shape(Decision, written | inner, where)


def preset(written: dict[str, Any], where: str) -> Preset:
    """A preset from its table."""
    choices = {key: tuple(each) for key, each in written.get("choices", {}).items()}
    return shape(Preset, {"base": {}} | written | {"choices": choices}, where)


def load(language: str, folder: Path = CONTENT) -> Charter:
    """The charter of one language, read from its files; ContentError at the first mistake."""
    decisions = [
        decision(written, name)
        for name, written in entries(sorted(folder.glob("decisions/*.toml")), "decision", language)
    ]
    presets = entries([folder / "presets.toml"], "preset", language)
    return Charter(
        language=language,
        version=version_of(folder),
        decisions=tuple(sorted(decisions, key=lambda each: each.number)),
        presets=tuple(preset(written, name) for name, written in presets),
        tiers=shapes(Tier, [folder / "tiers.toml"], "tier", language),
        words=shape(Words, read_in(folder / "document.toml", language), "document.toml"),
    )


@lru_cache
def charter(language: str) -> Charter:
    """The shipped charter in one language, read once per process."""
    return load(spoken(language))
