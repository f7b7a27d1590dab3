"""What no linter knows: names, sizes, and promises that files make to each other."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from importlib.resources import files
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from strategy.domain.loading import CONTENT, questionnaire, register_files

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {".git", ".venv", "var", "__pycache__", "node_modules"}
WRITTEN = {".py", ".html", ".txt", ".css", ".js", ".toml", ".md"}
LINES = 300
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "services", "service", "misc"}
LOCKS = ("requirements.txt", "requirements-dev.txt")
INLINE = re.compile(
    r"<script(?![^>]*(?:\ssrc=|type=\"application/json\"))|<style|\sstyle=|\son[a-z]+=\"|javascript:",
    re.IGNORECASE,
)


def _ours(*suffixes):
    """Each file of ours with one of these endings, in order."""
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.suffix in suffixes
        and path.is_file()
        and NOT_OURS.isdisjoint(path.relative_to(ROOT).parts)
        and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
    ]


def _named(path):
    return str(path.relative_to(ROOT))


def _templates():
    return [path for path in _ours(".html", ".txt") if path.is_relative_to(ROOT / "templates")]


def test_files_stay_short():
    long = [
        _named(path)
        for path in _ours(*WRITTEN)
        if path.name not in LOCKS
        and "migrations" not in path.parts
        and len(path.read_text().splitlines()) > LINES
    ]

    assert long == []


def test_modules_are_named_after_what_they_hold():
    vague = [
        _named(path)
        for path in _ours(".py")
        if FORBIDDEN & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
    ]

    assert vague == []


def test_nothing_is_left_to_do():
    mark = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    here = Path(__file__)

    left = [
        _named(path) for path in _ours(*WRITTEN) if path != here and mark.search(path.read_text())
    ]

    assert left == []


def test_nothing_is_printed():
    printing = [
        _named(path)
        for path in _ours(".py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    logging = [_named(path) for path in _ours(".js") if "console." in path.read_text()]

    assert printing + logging == []


def test_templates_hold_no_inline_code():
    # A mail has no address to fetch its style from.
    pages = [path for path in _templates() if path.name != "layout.html"]

    inline = [
        f"{_named(path)}: {found.group()}"
        for path in pages
        for found in INLINE.finditer(path.read_text())
    ]

    assert inline == []


def test_templates_trim_what_is_translated():
    block = re.compile(r"{%\s*blocktrans(?:late)?\b(?![^%]*\btrimmed\b)[^%]*%}")

    untrimmed = [_named(path) for path in _templates() if block.search(path.read_text())]

    assert untrimmed == []


def test_components_say_first_what_they_take():
    silent = [
        _named(path)
        for path in sorted((ROOT / "templates" / "components").rglob("*.html"))
        if not path.read_text().startswith(("{#", "{% comment"))
    ]

    assert silent == []


def test_components_see_only_what_they_are_given():
    include = re.compile(r"{%\s*include\s+\"(?:components|charter)/[^%]*%}")

    seeing_all = [
        f"{_named(path)}: {found.group()}"
        for path in _templates()
        for found in include.finditer(path.read_text())
        if not found.group().removesuffix("%}").rstrip().endswith(" only")
    ]

    assert seeing_all == []


def test_forms_say_for_whom_they_were_made():
    # Of one's account and one's display: whoever is signed in may send them; or sent once already.
    of_anybody = re.compile(r"^account/|/account_|display_menu|wrong_address|^kept")
    form = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.DOTALL)

    nameless = [
        _named(path)
        for path in _templates()
        if not of_anybody.search(str(path.relative_to(ROOT / "templates")))
        for found in form.findall(path.read_text())
        if "{% sent_by %}" not in found
    ]

    assert nameless == []


def test_templates_are_all_used():
    sources = "".join(path.read_text() for path in _ours(".py", ".html", ".txt"))
    theirs = [
        Path(str(files("allauth"))) / "templates",
        Path(str(files("django"))) / "forms" / "templates",
    ]

    unused = [
        name
        for name in (str(path.relative_to(ROOT / "templates")) for path in _templates())
        if name not in {"403.html", "404.html", "429.html", "500.html"}
        and not any(
            named in sources or any((each / original).exists() for each in theirs)
            for named, original in _ways_to_name(name)
        )
    ]

    assert unused == []


def _ways_to_name(template):
    """As our code would name it, and the file of allauth or of Django that it replaces.

    An e-mail is named without what its parts add; ours has an HTML part where theirs has none.
    A block of a document is named by its kind.
    """
    yield template, template
    if template.startswith("documents/"):
        yield f'kind: ClassVar[str] = "{Path(template).stem}"', template
    message = re.sub(r"_(subject|message)\.(txt|html)$", "", template)
    if message != template:
        yield message, f"{message}_subject.txt"


def test_dependencies_have_their_reason():
    lines = (ROOT / "pyproject.toml").read_text().splitlines()

    bare = [
        dependency
        for dependency in _dependencies(development=True)
        if not any(f'"{dependency}",' in line and "# " in line for line in lines)
    ]

    assert bare == []


def test_imported_packages_are_declared():
    homes = packages_distributions()
    declared = {_plain(each) for each in _dependencies()}
    declared_for_tests = {_plain(each) for each in _dependencies(development=True)}

    bare = {
        f"{_named(path)}: {name}"
        for path in _ours(".py")
        for name in _imported(path)
        if (found := {_plain(each) for each in homes.get(name, ())})
        and not found & (declared_for_tests if path.is_relative_to(ROOT / "tests") else declared)
    }

    assert bare == set()


def _imported(path):
    """The first word of each module that a file imports by its whole name."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module.partition(".")[0]


def _plain(requirement):
    """The name alone of a requirement, as package indexes compare names."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement).group().lower())


def _dependencies(*, development=False):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return project["dependencies"] + development * project["optional-dependencies"]["dev"]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_versions_and_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text()
    loose = [
        line for line in text.splitlines() if line[:1].isalnum() and not re.search(r"==\S+ ", line)
    ]

    assert ("://" in text, "--index" in text, loose) == (False, False, [])


def test_lock_holds_every_dependency():
    locked = {
        _plain(name)
        for name in re.findall(
            r"^([\w.-]+)(?:\[[\w,-]+\])?==", (ROOT / LOCKS[0]).read_text(), re.MULTILINE
        )
    }
    wanted = {_plain(dependency) for dependency in _dependencies()}

    assert wanted - locked == set()


@pytest.mark.django_db
def test_migrations_are_all_made():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_readme_and_makefile_name_the_same_commands():
    command = re.compile(r"(?:^|`)make ([a-z-]+)", re.MULTILINE)
    named = set(command.findall((ROOT / "README.md").read_text()))
    there = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert named == there


def test_documentation_links_to_files_that_exist():
    broken = [
        f"{_named(path)}: {target}"
        for path in _ours(".md")
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text())
        if not (path.parent / target).exists()
    ]

    assert broken == []


def test_example_environment_names_what_settings_read():
    settings = (ROOT / "config" / "settings.py").read_text()
    read = set(re.findall(r"\benv(?:\.\w+)?\(\s*\"([A-Z_]+)\"", settings))
    shown = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert shown == read


def test_every_register_leads_to_a_page():
    organisation = "00000000-0000-0000-0000-000000000000"

    pages = [reverse(each.page, args=[organisation]) for each in questionnaire("fr").registers]

    assert len(pages) == len(register_files(CONTENT))
