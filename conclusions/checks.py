"""Mistakes in the words of the rules stop `check`, `migrate`, the server and the tests."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

import charter.checks
import strategy.checks
from charter.domain.loading import charter as decisions
from conclusions.domain.soundness import find_problems
from strategy.domain.loading import STRUCTURE, questionnaire


@register()
def content_is_sound(**kwargs: Any) -> list[CheckMessage]:
    """Each mistake in conclusions/content/ as a system check, with file and code.

    What refers to a question or a decision cannot be judged while those are broken.
    """
    if strategy.checks.mistakes() or charter.checks.mistakes():
        return []
    problems = find_problems(questionnaire(STRUCTURE), decisions(STRUCTURE))
    return [Error(problem, id="conclusions.E001") for problem in dict.fromkeys(problems)]
