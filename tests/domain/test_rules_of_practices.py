"""X66 and X67, what people observe of the twelve practices: each rule broken, and kept."""

import pytest

from tests.conclusions import codes, dossier


def practices(row, **header):
    return dossier(practices=header | {"practices": [row]})


HELD = {"id": "not_technology", "own": "held", "evidence": "Compte rendu du 3 mars"}
# Code, what breaks the rule, what keeps it.
CASES = [
    ("X66", practices(HELD, tool_after=False), practices(HELD, tool_after=True)),
    ("X67", practices(HELD | {"evidence": ""}), practices(HELD)),
    ("X67", practices({"id": "kinds", "own": "held"}), practices({"id": "kinds", "own": "partly"})),
]


@pytest.mark.parametrize(("code", "broken", "kept"), CASES)
def test_rule_is_broken_and_kept(code, broken, kept):
    assert code in codes(broken)
    assert code not in codes(kept)
