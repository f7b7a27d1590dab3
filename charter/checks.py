"""Mistakes in the charter's content stop `check`, `migrate`, the server and the tests."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, register

from charter.domain.soundness import find_problems
from strategy.domain.loading import ContentError, questionnaire


@register()
def content_is_sound(**kwargs: Any) -> list[CheckMessage]:
    """Each mistake in charter/content/ as a system check, with file and id."""
    try:
        questions = questionnaire("fr").by_id
    except ContentError:
        return []  # strategy.E001 says it already
    return as_errors(find_problems(questions=questions))


def as_errors(problems: Iterable[str]) -> list[CheckMessage]:
    """Each problem once, as an error that stops the start."""
    return [Error(problem, id="charter.E001") for problem in dict.fromkeys(problems)]
