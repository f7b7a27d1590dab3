"""Names that are too long and answers without a reason, each told once and with its place."""

import pytest

from deliverables.dossier.checking import mistakes_of

A = "aaaaaaaaaaaa"
SOUND = {"cap27": 1, "organisation": {"name": "Duroc", "language": "fr"}}


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (
            {"organisation": {"name": "D" * 5_000, "language": "fr"}},
            "organisation.name : 5\u202f000 caractères, 120 au plus.",
        ),
        (
            {"people": [{"id": A, "name": "D" * 5_000}]},
            "people[0].name : 5\u202f000 caractères, 120 au plus.",
        ),
        (
            {"people": [{"id": A, "name": "Inès", "role": "D" * 5_000}]},
            "people[0].role : 5\u202f000 caractères, 120 au plus.",
        ),
        (
            {"answers": {"tone": {"state": "not_applicable"}}},
            "answers.tone.reason : une réponse sans objet dit pourquoi.",
        ),
        (
            {"answers": {"tone": {"state": "not_applicable", "reason": " "}}},
            "answers.tone.reason : ce texte est vide : ce qui est vide ne s’écrit pas.",
        ),
    ],
)
def test_mistake_is_told_once_with_its_place(parts, sentence):
    assert [str(each) for each in mistakes_of(SOUND | parts)] == [sentence]
