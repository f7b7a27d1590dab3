"""Mistakes in the words of documents stop `check`, `migrate`, the server and the tests."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from deliverables import words
from deliverables.chapters import elsewhere


@register()
def content_is_sound(**kwargs: Any) -> list[CheckMessage]:
    """Each mistake in deliverables/content/ as a system check, with file and place."""
    return [
        Error(problem, id="deliverables.E001")
        for problem in (*words.problems(), *elsewhere.problems())
    ]
