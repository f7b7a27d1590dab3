"""The rules by their codes: small pure functions of a dossier and a date."""

from collections.abc import Callable
from datetime import date

from conclusions.domain.dossier import Dossier
from conclusions.domain.findings import Found

Rule = Callable[[Dossier, date], Found | None]

RULES: dict[str, Rule] = {}


class RepeatedCodeError(ValueError):
    """Two functions claim the same code."""


def rule(code: str) -> Callable[[Rule], Rule]:
    """Register a function under the code that the content gives words to."""

    def registered(function: Rule) -> Rule:
        if code in RULES:
            raise RepeatedCodeError(code)
        RULES[code] = function
        return function

    return registered
