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
            "who/publics.toml publics: depends on 'objectif', which the path does not ask before.",
            id="a dependency that is no question",
        ),
        pytest.param(
            ("registers/tools.toml", 'page = "following"', ""),
            "registers/tools.toml tools: a register names the page that shows what follows "
            "from it.",
            id="a register that leads nowhere",
        ),
        pytest.param(
            ("registers/tools.toml", 'page = "following"', 'page = "following"\nnumber = 28'),
            "registers/tools.toml tools: a register has no number and stands under no heading.",
            id="a register that is numbered",
        ),
        pytest.param(
            ("path.toml", '"aim", "publics"', '"publics", "aim"'),
            "who/publics.toml publics: depends on 'aim', which the path does not ask before.",
            id="a path that asks before its dependency",
        ),
        pytest.param(
            (PUBLICS, 'to = "aim.aims"', 'to = "aim.goals"'),
            "who/publics.toml publics.publics.aim: names 'aim.goals', which is no table.",
            id="a link to no table",
        ),
        pytest.param(
            (PUBLICS, 'to = "aim.aims"', 'to = "aims"'),
            "who/publics.toml publics.publics.aim: names 'aims', which is no table.",
            id="a link without a question",
        ),
        pytest.param(
            (PUBLICS, 'suggest = "aim.aims.aim"', 'suggest = "aim.aims.goal"'),
            "who/publics.toml publics.publics.public: suggests 'aim.aims.goal', which is no "
            "column.",
            id="a suggestion of no column",
        ),
        pytest.param(
            (PUBLICS, 'suggest = "aim.aims.aim"', 'suggest = "goal.aims.aim"'),
            "who/publics.toml publics.publics.public: names 'goal.aims.aim', which is no table.",
            id="a suggestion of no table",
        ),
        pytest.param(
            (PUBLICS, 'set = { public = "label"', 'set = { audience = "label"'),
            "who/publics.toml publics.publics: tick 'staff' sets 'audience', which is no column.",
            id="a tick of no column",
        ),
        pytest.param(
            (PUBLICS, 'heading = "who"', 'heading = "whom"'),
            "who/publics.toml publics: unknown heading 'whom'.",
            id="a heading that is none",
        ),
        pytest.param(
            (PUBLICS, "number = 1", "number = 11"),
            "who/publics.toml publics: numbers run from 1 to 2, each once, and 11 is its own.",
            id="a number beyond the last",
        ),
        pytest.param(
            (AIM, 'kind = "text"', 'kind = "one"'),
            "why/aim.toml aim.sentence: options go with one, several and scale, and only there.",
            id="a choice without options",
        ),
        pytest.param(
            (PUBLICS, 'kind = "link"\nto = "aim.aims"', 'kind = "link"'),
            "who/publics.toml publics.publics.aim: 'to' goes with link and links, and only there.",
            id="a link that leads nowhere",
        ),
        pytest.param(
            (PUBLICS, 'suggest = "aim.aims.aim"', f'never_with = "goal"\n{WHY}'),
            "who/publics.toml publics.publics.public: never with 'goal', which is no column.",
            id="a yes forbidden by no column",
        ),
        pytest.param(
            (PUBLICS, 'suggest = "aim.aims.aim"', 'share_of = "delay"'),
            "who/publics.toml publics.publics.public: share of 'delay', which is no link.",
            id="a share of what is no link",
        ),
        pytest.param(
            (PUBLICS, 'suggest = "aim.aims.aim"', WHY),
            "who/publics.toml publics.publics.public: 'never_why' goes with 'never_with', "
            "and only there.",
            id="a reason to forbid nothing",
        ),
        pytest.param(
            (PUBLICS, 'units = ["hour", "day"]\n', ""),
            "who/publics.toml publics.publics.delay: 'units' goes with duration, and only there.",
            id="a duration without units",
        ),
        pytest.param(
            (PUBLICS, 'units = ["hour", "day"]', 'units = ["hour", "fortnight"]'),
            "who/publics.toml publics.publics.delay: unknown unit 'fortnight'.",
            id="a unit that is none",
        ),
        pytest.param(
            (PUBLICS, 'id = "rank"', 'id = "aim"'),
            "who/publics.toml publics.publics: 2 columns have the id 'aim', one may.",
            id="a column given twice",
        ),
        pytest.param(
            (PUBLICS, "min = 1", 'min = "one"'),
            "who/publics.toml publics.publics.rank: 'one' is no number.",
            id="a bound that is no number",
        ),
        pytest.param(
            (PUBLICS, 'max = "9.5"\n', ""),
            "who/publics.toml publics.publics.rank: a number has a 'min' and a 'max'.",
            id="a number without a greatest value",
        ),
        pytest.param(
            (PUBLICS, "min = 1\n", ""),
            "who/publics.toml publics.publics.rank: a number has a 'min' and a 'max'.",
            id="a number without a least value",
        ),
        pytest.param(
            (AIM, 'id = "sentence"', 'id = "the sentence"'),
            "why/aim.toml aim.the sentence: an id is words in lower case joined by underscores.",
            id="an id that is no word",
        ),
        pytest.param(
            ("path.toml", ', "publics"', ""),
            "path.toml: 'publics' stands in the path or in the questions, not in both.",
            id="a question that the path forgets",
        ),
        pytest.param(
            ("path.toml", '"publics"]', '"publics", "publics"]'),
            "path.toml: 'publics' stands 2 times in the path, once may.",
            id="a question asked twice",
        ),
        pytest.param(
            (PUBLICS, "number = 1\n", "numero = 1\n"),
            "who/publics.toml publics: unknown key numero (number?).",
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


def test_number_given_twice_is_told_of_both(tmp_path):
    assert problems(tmp_path, (PUBLICS, "number = 1", "number = 2")) == [
        "who/publics.toml publics: numbers run from 1 to 2, each once, and 2 is its own.",
        "why/aim.toml aim: numbers run from 1 to 2, each once, and 2 is its own.",
    ]


def test_words_that_lack_are_told_in_whichever_language(tmp_path):
    found = problems(tmp_path, (AIM, 'label.en = "Sentence"\n', ""))

    assert set(found) == {"why/aim.toml aim sentence label: no words in 'en' beside ['Phrase']."}


def test_typo_stops_the_start(tmp_path, monkeypatch):
    broken = write(tmp_path, (AIM, 'kind = "text"', 'kind = "txt"'))
    monkeypatch.setattr(checks, "find_problems", lambda: find_problems(broken))

    checks.mistakes.cache_clear()
    errors = [each for each in run_checks() if str(each.id).endswith(".E001")]
    checks.mistakes.cache_clear()

    assert errors[0].msg.startswith("why/aim.toml aim sentence: kind is one of text, long, one")
    assert [(each.id, each.is_serious()) for each in errors] == [("strategy.E001", True)]
