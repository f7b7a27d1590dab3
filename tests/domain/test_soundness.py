"""What must hold between the words of a questionnaire; each breach is one sentence."""

import pytest
from django.core.checks import run_checks

from strategy import checks
from strategy.domain.soundness import find_problems
from tests.domain.contents import write

AIM, PUBLICS = "why/aim.toml", "who/publics.toml"
WHY = 'never_why.fr = "Non"\nnever_why.en = "No"\n'


def problems(folder, *changes):
    return list(find_problems(write(folder, *changes)))


def test_sound_questionnaire_has_no_problem(tmp_path):
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        pytest.param(
            (PUBLICS, 'depends_on = ["aim"]', 'depends_on = ["objectif"]'),
            "publics: depends on 'objectif', which the path does not ask before.",
            id="a dependency that is no question",
        ),
        pytest.param(
            ("registers/tools.toml", 'page = "following"', ""),
            "tools: a register names the page that shows what follows from it.",
            id="a register that leads nowhere",
        ),
        pytest.param(
            ("registers/tools.toml", 'page = "following"', 'page = "following"\nnumber = 28'),
            "tools: a register has no number and stands under no heading.",
            id="a register that is numbered",
        ),
        pytest.param(
            ("path.toml", '"aim", "publics"', '"publics", "aim"'),
            "publics: depends on 'aim', which the path does not ask before.",
            id="a path that asks before its dependency",
        ),
        pytest.param(
            (PUBLICS, 'to = "aim.aims"', 'to = "aim.goals"'),
            "publics.publics.aim: names 'aim.goals', which is no table.",
            id="a link to no table",
        ),
        pytest.param(
            (PUBLICS, 'to = "aim.aims"', 'to = "aims"'),
            "publics.publics.aim: names 'aims', which is no table.",
            id="a link without a question",
        ),
        pytest.param(
            (PUBLICS, 'suggest = "aim.aims.aim"', 'suggest = "aim.aims.goal"'),
            "publics.publics.public: suggests 'aim.aims.goal', which is no column.",
            id="a suggestion of no column",
        ),
        pytest.param(
            (PUBLICS, 'suggest = "aim.aims.aim"', 'suggest = "goal.aims.aim"'),
            "publics.publics.public: names 'goal.aims.aim', which is no table.",
            id="a suggestion of no table",
        ),
        pytest.param(
            (PUBLICS, 'set = { public = "label"', 'set = { audience = "label"'),
            "publics.publics: tick 'staff' sets 'audience', which is no column.",
            id="a tick of no column",
        ),
        pytest.param(
            (PUBLICS, 'heading = "who"', 'heading = "whom"'),
            "publics: unknown heading 'whom'.",
            id="a heading that is none",
        ),
        pytest.param(
            (PUBLICS, "number = 1", "number = 2"),
            "2: 2 questions have it, one may.",
            id="a number given twice",
        ),
        pytest.param(
            (AIM, 'kind = "text"', 'kind = "one"'),
            "aim.sentence: options go with one, several and scale, and only there.",
            id="a choice without options",
        ),
        pytest.param(
            (PUBLICS, 'kind = "link"\nto = "aim.aims"', 'kind = "link"'),
            "publics.publics.aim: 'to' goes with link and links, and only there.",
            id="a link that leads nowhere",
        ),
        pytest.param(
            (PUBLICS, 'suggest = "aim.aims.aim"', f'never_with = "goal"\n{WHY}'),
            "publics.publics.public: never with 'goal', which is no column.",
            id="a yes forbidden by no column",
        ),
        pytest.param(
            (PUBLICS, 'suggest = "aim.aims.aim"', WHY),
            "publics.publics.public: 'never_why' goes with 'never_with', and only there.",
            id="a reason to forbid nothing",
        ),
        pytest.param(
            (PUBLICS, 'units = ["hour", "day"]\n', ""),
            "publics.publics.delay: 'units' goes with duration, and only there.",
            id="a duration without units",
        ),
        pytest.param(
            (PUBLICS, 'units = ["hour", "day"]', 'units = ["hour", "fortnight"]'),
            "publics.publics.delay: unknown unit 'fortnight'.",
            id="a unit that is none",
        ),
        pytest.param(
            (PUBLICS, 'id = "rank"', 'id = "aim"'),
            "aim: 2 columns of publics.publics have it, one may.",
            id="a column given twice",
        ),
        pytest.param(
            (PUBLICS, "min = 1", 'min = "one"'),
            "publics.publics.rank: 'one' is no number.",
            id="a bound that is no number",
        ),
        pytest.param(
            (AIM, 'id = "sentence"', 'id = "the sentence"'),
            "aim.the sentence: an id is words in lower case joined by underscores.",
            id="an id that is no word",
        ),
        pytest.param(
            ("path.toml", ', "publics"', ""),
            "path.toml: 'publics' stands in the path or in the questions, not in both.",
            id="a question that the path forgets",
        ),
        pytest.param(
            ("path.toml", '"publics"]', '"publics", "publics"]'),
            "publics: 2 places in the path have it, one may.",
            id="a question asked twice",
        ),
        pytest.param(
            (PUBLICS, "number = 1\n", "numero = 1\n"),
            "publics.toml publics: unknown key numero.",
            id="a typo in a key",
        ),
    ],
)
def test_breach_is_one_sentence(tmp_path, change, sentence):
    assert list(dict.fromkeys(problems(tmp_path, change))) == [sentence]


def test_all_breaches_are_told_at_once(tmp_path):
    found = problems(
        tmp_path,
        (PUBLICS, 'to = "aim.aims"', 'to = "aim.goals"'),
        (AIM, 'kind = "text"', 'kind = "one"'),
        (AIM, 'heading = "why"', 'heading = "reasons"'),
    )

    assert len(found) == 3


def test_words_that_lack_are_told_in_whichever_language(tmp_path):
    found = problems(tmp_path, (AIM, 'label.en = "Sentence"\n', ""))

    assert set(found) == {"aim.toml aim sentence: no words in 'en' beside ['Phrase']."}


def test_typo_stops_the_start(tmp_path, monkeypatch):
    broken = write(tmp_path, (AIM, 'kind = "text"', 'kind = "txt"'))
    monkeypatch.setattr(checks, "find_problems", lambda: find_problems(broken))

    errors = [each for each in run_checks() if each.id == "strategy.E001"]

    assert [each.msg for each in errors] == ["aim.toml aim sentence: 'txt' is not a valid Kind."]
    assert errors[0].is_serious()
