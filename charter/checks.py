"""Mistakes in the charter's content stop `check`, `migrate`, the server and the tests."""

from functools import lru_cache
from typing import Any

from django.core.checks import CheckMessage, Error, register

from charter.domain.soundness import find_problems
from strategy import checks
from strategy.domain.loading import STRUCTURE, questionnaire


@lru_cache
def mistakes() -> tuple[str, ...]:
    """Each mistake in charter/content/, looked for once per process; none among unsound answers.

    What refers to a question cannot be judged while the questions are broken.
    """
    if checks.mistakes():
        return ()
    return tuple(dict.fromkeys(find_problems(questions=questionnaire(STRUCTURE).by_id)))


@register()
def content_is_sound(**kwargs: Any) -> list[CheckMessage]:
    """Each mistake in charter/content/ as a system check, with file and id."""
    return [Error(problem, id="charter.E001") for problem in mistakes()]
