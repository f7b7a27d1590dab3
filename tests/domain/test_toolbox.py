"""The toolbox: functions covered by tools, and what a reader is warned of."""

import shutil
from datetime import date

import pytest

from conclusions.domain.dossier import Dossier
from conclusions.domain.tools import toolbox as toolboxes
from conclusions.domain.tools.toolbox import CONTENT, problems, toolbox
from tests.conclusions import codes, demonstration, dossier, found

SAFE = {"tool": "Lecteur", "function": "monitoring_feeds", "fallback": "Un autre"}
AS_OF = date(2026, 11, 27)
ALERTS = {"tool": "Agrégateur", "function": "monitoring_alerts"}


def tools(*rows, **others):
    return dossier(toolbox={"tools": list(rows)}, **others)


def kept(written):
    return toolbox(Dossier(written), AS_OF, "fr")


def test_toolbox_lists_five_families_and_all_their_functions():
    empty = kept(dossier())

    assert [each.family.id for each in empty.families] == [
        "monitoring",
        "production",
        "distribution",
        "relation",
        "measurement",
    ]
    assert (empty.functions, empty.served, empty.tools, empty.cost) == (33, 0, 0, 0)
    assert empty.families[0].open[0].label == "alertes par requête"


def test_tool_stands_under_the_function_it_serves():
    box = kept(tools(ALERTS | {"yearly_cost": 24_000}, {"tool": "Sans fonction"}))

    monitoring = box.families[0]
    assert [each.id for each in monitoring.served] == ["monitoring_alerts"]
    assert [each.row.get("tool") for each in monitoring.served[0].tools] == ["Agrégateur"]
    assert [each.row.get("tool") for each in box.elsewhere] == ["Sans fonction"]
    assert (box.tools, box.served, box.cost) == (2, 1, 24_000)
    assert box.warned_of == 2


def test_tool_with_nothing_to_see_to_is_not_warned_of():
    assert kept(tools(SAFE | {"checked_on": "2026-11-01"})).warned_of == 0


@pytest.mark.parametrize(
    ("checked", "stale", "unchecked"),
    [
        pytest.param("2025-11-26", True, False, id="a year and a day ago"),
        pytest.param("2025-11-27", False, False, id="a year ago to the day"),
        pytest.param(None, False, True, id="never"),
    ],
)
def test_tool_is_stale_after_twelve_months(checked, stale, unchecked):
    box = kept(tools(ALERTS | ({"checked_on": checked} if checked else {})))

    (tool,) = box.families[0].served[0].tools
    assert (tool.stale, tool.unchecked) == (stale, unchecked)


def test_one_fallback_is_enough_for_a_function():
    box = kept(tools(ALERTS, ALERTS | {"tool": "Lecteur", "fallback": "L’autre"}))

    assert [each.without_fallback for each in box.families[0].served[0].tools] == [False, False]


# Code, what breaks the rule, what keeps it.
CASES = [
    ("X68", [SAFE | {"checked_on": "2025-01-01"}], [SAFE | {"checked_on": "2026-01-01"}]),
    ("X69", [ALERTS], [ALERTS | {"fallback": "Un lecteur libre"}]),
    (
        "X70",
        [{"tool": "Boîte", "personal_data": True}],
        [{"tool": "Boîte", "personal_data": True, "in_register": True}],
    ),
]


@pytest.mark.parametrize(("code", "breaking", "keeping"), CASES, ids=[each[0] for each in CASES])
def test_rule_finds_what_breaks_it_only(code, breaking, keeping):
    assert codes(tools(*breaking), AS_OF) == [code]
    assert codes(tools(*keeping), AS_OF) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([{"line": "tools", "amount": 10_000}], ["X71"], id="dearer"),
        pytest.param([{"line": "tools", "amount": 24_000}], [], id="as planned"),
        pytest.param([{"line": "tools"}], [], id="no amount yet"),
        pytest.param([], [], id="no budget yet"),
    ],
)
def test_tools_are_weighed_against_their_budget_line(lines, expected):
    reserve = [{"line": each, "amount": 1} for each in ("crisis_reserve", "accessibility")]
    written = tools(
        {"tool": "Agrégateur", "yearly_cost": 24_000}, budget={"lines": [*lines, *reserve]}
    )

    assert codes(written, AS_OF) == expected


def test_finding_leads_to_the_tool():
    finding = found(tools(ALERTS), "X69", AS_OF)

    assert [place.path for place in finding.mends] == ["rows/tools/tools1/fallback"]


@pytest.mark.parametrize("name", ["altivane-fr", "altivane-en", "sauvelande-fr"])
def test_demonstration_keeps_its_tools_in_order(name):
    box = toolbox(Dossier(demonstration(name)), AS_OF, "fr")

    warned = [
        each.row.get("tool")
        for covered in box.families
        for function in covered.served
        for each in function.tools
        if each.stale or each.unchecked or each.without_fallback or each.unregistered
    ]
    assert warned == []


def test_family_without_functions_is_a_problem(tmp_path):
    folder = shutil.copytree(CONTENT, tmp_path / "content")
    path = folder / "toolbox.toml"
    path.write_text(path.read_text().replace('id = "relation"', 'id = "relations"'))

    assert list(problems("fr", folder)) == [
        "toolbox.toml: 'relation' is a family without functions, or the reverse.",
        "toolbox.toml: 'relations' is a family without functions, or the reverse.",
    ]


def test_mistake_in_the_file_is_told(tmp_path):
    (tmp_path / "toolbox.toml").write_text("[[family]]\nid = 1\n")

    assert list(problems("fr", tmp_path)) == ["toolbox.toml 1: missing question, title."]


def test_families_are_read_once():
    assert toolboxes.families("fr") is toolboxes.families("fr")
