"""Mistakes in the content stop `check`, `migrate`, the server and the tests."""

from functools import lru_cache
from typing import Any

from django.core.checks import CheckMessage, Error, register

from strategy.domain.soundness import find_problems


@lru_cache
def mistakes() -> tuple[str, ...]:
    """Each mistake in strategy/content/, looked for once per process."""
    return tuple(dict.fromkeys(find_problems()))


@register()
def content_is_sound(**kwargs: Any) -> list[CheckMessage]:
    """Each mistake in strategy/content/ as a system check, with file and id."""
    return [Error(problem, id="strategy.E001") for problem in mistakes()]
