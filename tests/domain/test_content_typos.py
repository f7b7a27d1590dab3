"""A typo in any content file: the start says which file, which entry, and what is wrong."""

import shutil
from pathlib import Path

import pytest

from charter.domain import soundness as of_charter
from charter.domain.loading import charter
from conclusions.domain import soundness as of_conclusions
from deliverables import words as of_documents
from strategy.domain import soundness as of_questions
from strategy.domain.loading import questionnaire

ROOT = Path(__file__).parents[2]


def problems(app, folder):
    asked = questionnaire("fr")
    found = {
        "strategy": lambda: of_questions.find_problems(folder),
        "charter": lambda: of_charter.find_problems(folder, asked.by_id),
        "conclusions": lambda: of_conclusions.find_problems(asked, charter("fr"), folder),
        "deliverables": lambda: of_documents.problems(folder),
    }
    return list(dict.fromkeys(found[app]()))


CASES = [
    (
        "strategy/why/objective.toml",
        'id = "objective"\n',
        'idd = "objective"\n',
        "why/objective.toml question number 1 ('Pourquoi voulons-nous agir sur notre "
        "e\N{NON-BREAKING HYPHEN}réputation : quel est l’objectif prioritaire ?'): "
        "unknown key idd (id?).",
    ),
    (
        "strategy/why/objective.toml",
        'id = "due"\n',
        'idd = "due"\n',
        "why/objective.toml objective fields number 3 ('Échéance de l’objectif prioritaire', "
        "after 'horizon'): unknown key idd (id?).",
    ),
    (
        "strategy/registers/reach.toml",
        'id = "reach"\n',
        "",
        "registers/reach.toml register number 1 ('Jusqu’où cela peut porter, au plus'): "
        "missing id.",
    ),
    (
        "strategy/when/opening.toml",
        'id = "opening"\n',
        'id = "openning"\n',
        "when/opening.toml openning: the file of 'openning' should be called openning.toml.",
    ),
    (
        "strategy/when/opening.toml",
        'id = "opening"\n',
        'id = "crisis"\n',
        "when/crisis.toml, when/opening.toml crisis: 2 questions have this id, one may.",
    ),
    (
        "charter/decisions/age.toml",
        'id = "fifteen_and_over"',
        'ide = "fifteen_and_over"',
        "decisions/age.toml age options number 2 ('15 ans et plus, sur déclaration', "
        "after 'adults_only'): unknown key ide (id?).",
    ),
    (
        "charter/presets.toml",
        'id = "volunteers"',
        'idd = "volunteers"',
        "presets.toml preset number 4 ('Association ou cause, communauté de bénévoles', "
        "after 'public_participation'): unknown key idd (id?).",
    ),
    (
        "conclusions/rules/crisis.toml",
        'code = "X62"',
        'codee = "X62"',
        "rules/crisis.toml rule number 2 ('Une astreinte sans numéro', after 'X61'): "
        "unknown key codee.",
    ),
    (
        "conclusions/rules/crisis.toml",
        'to = "crisis_kit.reach"',
        'too = "crisis_kit.reach"',
        "rules/crisis.toml X61 mends number 1: unknown key too (to?).",
    ),
    (
        "conclusions/rules/crisis.toml",
        "mends = [",
        'mends = "none"\nother = [',
        "rules/crisis.toml X61: mends should be tables, not 'none'.",
    ),
    (
        "conclusions/toolbox.toml",
        'id = "production"',
        'idd = "production"',
        "toolbox.toml family number 2 ('Production', after 'monitoring'): unknown key idd (id?).",
    ),
    (
        "conclusions/course.toml",
        'id = "twelve_months"',
        'idd = "twelve_months"',
        "course.toml horizon number 2 (after 'three_months'): unknown key idd (id?).",
    ),
    (
        "conclusions/indicators.toml",
        "{baseline} au départ",
        "{base} au départ",
        "indicators.toml standing unread: languages have other blanks: "
        "{base} in 'fr', {baseline} in 'en'.",
    ),
    (
        "conclusions/roles.toml",
        "consulted.fr",
        "consultd.fr",
        "roles.toml letter consultd: no words in 'en' beside ['consulté avant'].",
    ),
    (
        "conclusions/workload.toml",
        "[weights.hours]",
        "[weights.hour]",
        "workload.toml: 'hour' has weights and is no decision.",
    ),
    (
        "deliverables/words.toml",
        "title.en = ",
        "title.eng = ",
        "words.toml document title: unknown language eng.",
    ),
    (
        "deliverables/words.toml",
        "[document]",
        "[document",
        "words.toml: Expected ']' at the end of a table declaration (at line 4, column 10)",
    ),
]


@pytest.mark.parametrize(("file", "before", "after", "sentence"), CASES)
def test_typo_is_told_with_its_file_and_its_entry(tmp_path, file, before, after, sentence):
    app, _slash, name = file.partition("/")
    folder = shutil.copytree(ROOT / app / "content", tmp_path / "content")
    text = (folder / name).read_text()
    assert before in text
    (folder / name).write_text(text.replace(before, after, 1))

    assert problems(app, folder)[0] == sentence
