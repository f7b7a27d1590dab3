"""Stylesheets: every page links those that it needs, and each is linked somewhere."""

import re
from collections import defaultdict
from functools import cache

from django.conf import settings
from django.contrib.staticfiles import finders

from config import fonts

STYLES = settings.BASE_DIR / "static" / "css"
TEMPLATES = settings.BASE_DIR / "templates"
PARTS = re.compile(r'{% (?:include|extends) "([^"#]+)')
CLASSES = re.compile(r'class="([^"]*)"')
SAID = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
# Bootstrap draws the one; the other is for a script.
NOT_DRAWN = {"form-check-label", "details"}
# Only answers and decisions have these at their fields.
AT_ANSWERS = {"components/field_remark.html", "components/foreseen_choice.html"}


def test_stylesheets_name_only_files_that_exist():
    written = {f"fonts/{face.name}.woff2" for face in fonts.FACES}

    named = {
        path
        for sheet in STYLES.glob("*.css")
        for path in re.findall(r'url\("\.\./([^"]+)"\)', sheet.read_text())
    }

    assert named >= written
    assert [path for path in named - written if not finders.find(path)] == []


def test_stylesheets_are_all_linked():
    linked = "".join(path.read_text() for path in (settings.BASE_DIR / "templates").rglob("*.html"))

    assert [sheet.name for sheet in STYLES.glob("*.css") if f"css/{sheet.name}" not in linked] == []


@cache
def parts(name: str) -> frozenset[str]:
    """The template, and all that it extends or includes."""
    named = set(PARTS.findall((TEMPLATES / name).read_text())) - AT_ANSWERS
    ours = (each for each in named if (TEMPLATES / each).exists())
    return frozenset({name}).union(*map(parts, ours))


def sheets_by_class() -> dict[str, set[str]]:
    """The stylesheets that speak of each class."""
    found = defaultdict(set)
    for sheet in STYLES.glob("*.css"):
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
        for name in re.findall(r"\.([a-z][\w-]*)", rules):
            found[name].add(f"css/{sheet.name}")
    return found


def test_page_links_a_stylesheet_for_each_class_that_one_draws():
    drawn, lost = sheets_by_class(), []
    for path in TEMPLATES.rglob("*.html"):
        page = str(path.relative_to(TEMPLATES))
        if "base.html" in parts(page):
            text = "".join((TEMPLATES / each).read_text() for each in parts(page))
            named = {name for each in CLASSES.findall(text) for name in SAID.sub(" ", each).split()}
            for name in named & drawn.keys() - NOT_DRAWN:
                if not any(sheet in text for sheet in drawn[name]):
                    lost.append((page, name))

    assert lost == []
