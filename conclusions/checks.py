"""Mistakes in the words of the rules stop `check`, `migrate`, the server and the tests."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from charter.domain.loading import charter
from conclusions.domain.soundness import find_problems
from strategy.domain.loading import ContentError, questionnaire


@register()
def content_is_sound(**kwargs: Any) -> list[CheckMessage]:
    """Each mistake in conclusions/content/ as a system check, with its code."""
    try:
        asked, decided = questionnaire("fr"), charter("fr")
    except ContentError:
        return []  # strategy.E001 or charter.E001 says it already
    problems = find_problems(asked, decided)
    return [Error(problem, id="conclusions.E001") for problem in dict.fromkeys(problems)]
