"""A questionnaire of two questions as files, for tests that break it in one place."""

from pathlib import Path

HEADINGS = """
[[heading]]
id = "who"
title.fr = "Qui ?"
title.en = "Who?"

[[heading]]
id = "why"
title.fr = "Pourquoi ?"
title.en = "Why?"
"""

PATH = """
[[stage]]
id = "all"
title.fr = "Tout"
title.en = "All"
questions = ["aim", "publics"]
"""

WORDS = """
why.fr = "Parce que."
why.en = "Because."
good.fr = "Bien."
good.en = "Good."
avoid.fr = "Mal."
avoid.en = "Bad."
source.fr = "D’ici."
source.en = "From here."
example.fr = "Un exemple."
example.en = "An example."
"""

AIM = f"""
[[question]]
id = "aim"
number = 2
heading = "why"
status = "reconstructed"
title.fr = "Quel but ?"
title.en = "Which aim?"
{WORDS}
[[question.fields]]
id = "sentence"
kind = "text"
quick = true
label.fr = "Phrase"
label.en = "Sentence"

[[question.tables]]
id = "aims"
title.fr = "Buts"
title.en = "Aims"
row.fr = "But"
row.en = "Aim"

[[question.tables.columns]]
id = "aim"
kind = "one"
label.fr = "But"
label.en = "Aim"
options = [{{ id = "trust", label.fr = "Confiance", label.en = "Trust" }}]
"""

PUBLICS = f"""
[[question]]
id = "publics"
number = 1
heading = "who"
status = "recovered"
depends_on = ["aim"]
title.fr = "Quels publics ?"
title.en = "Which audiences?"
{WORDS}
[[question.tables]]
id = "publics"
title.fr = "Publics"
title.en = "Audiences"
row.fr = "Public"
row.en = "Audience"
expected = [2, 4]
ticks = [
  {{ id = "staff", label.fr = "Salariés", label.en = "Staff", set = {{ public = "label" }} }},
]

[[question.tables.columns]]
id = "public"
kind = "text"
quick = true
suggest = "aim.aims.aim"
label.fr = "Public"
label.en = "Audience"

[[question.tables.columns]]
id = "aim"
kind = "link"
to = "aim.aims"
label.fr = "But"
label.en = "Aim"

[[question.tables.columns]]
id = "rank"
kind = "number"
min = 1
max = "9.5"
label.fr = "Rang"
label.en = "Rank"

[[question.tables.columns]]
id = "delay"
kind = "duration"
units = ["hour", "day"]
label.fr = "Délai"
label.en = "Delay"
"""

BEFORE = f"""
[[question]]
id = "scope"
number = 0
heading = "before"
status = "reconstructed"
title.fr = "De quoi parlons-nous ?"
title.en = "What do we mean?"
{WORDS}
"""

REGISTER = f"""
[[register]]
id = "tools"
page = "following"
status = "reconstructed"
title.fr = "Quels outils ?"
title.en = "Which tools?"
{WORDS}
[[register.fields]]
id = "rule"
kind = "text"
label.fr = "Règle"
label.en = "Rule"
"""

CREDIT = """
credit.fr = "D’après deux questions."
credit.en = "After two questions."

[[source]]
title = "Deux questions"
authors = "A. Auteur"
year = "2011"
"""

FILES = {
    "headings.toml": HEADINGS,
    "path.toml": PATH,
    "before.toml": BEFORE,
    "credit.toml": CREDIT,
    "why/aim.toml": AIM,
    "who/publics.toml": PUBLICS,
    "registers/tools.toml": REGISTER,
}


def write(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """The files, with each change: in this file, these words in place of those."""
    for name, text in FILES.items():
        for file, old, new in changes:
            if file == name:
                assert old in text, f"{file} holds no {old!r}"
                text = text.replace(old, new, 1)
        path = folder / "content" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    return folder / "content"
