"""X66 and X67, what people observe of the twelve practices: each rule broken, and kept."""

import pytest

from tests.conclusions import codes, dossier


def practices(row, *, decisions=None, **header):
    return dossier(practices=header | {"practices": [row]}, decisions=decisions)


HELD = {"id": "not_technology", "own": "held", "evidence": "Compte rendu du 3 mars"}
NO_CRITICISM = {"criticism": "not_allowed"}
# Code, what breaks the rule, what keeps it.
CASES = [
    ("X66", practices(HELD, tool_after=False), practices(HELD, tool_after=True)),
    # One condition denied among several is a denial; one that is not said yet is none.
    (
        "X66",
        practices(HELD | {"id": "community_first"}, need="Réparer", decisions=NO_CRITICISM),
        practices(HELD | {"id": "identity"}, come_for="réparer"),
    ),
    ("X67", practices(HELD | {"evidence": ""}), practices(HELD)),
    ("X67", practices({"id": "kinds", "own": "held"}), practices({"id": "kinds", "own": "partly"})),
]


@pytest.mark.parametrize(("code", "broken", "kept"), CASES)
def test_rule_is_broken_and_kept(code, broken, kept):
    assert code in codes(broken)
    assert code not in codes(kept)
