"""The plan taken away: a calendar that other programs read, a table that runs nothing."""

import csv
import io
import re
from datetime import date

import icalendar
import pytest
from django.urls import reverse

from conclusions.domain.plan.deriving import id_of
from conclusions.plan_files import safe
from deliverables.dossier.loading import load
from tests.conclusions import demonstration
from tests.plans import answered

pytestmark = pytest.mark.usefixtures("day")

CHARTER, OPENING = id_of("publish_charter"), id_of("opening")
OWN = "a1b2c3d4e5f6"
HARD = "=cmd|' /C calc'!A0; virgule, deux\\points"


@pytest.fixture(params=["altivane-fr", "altivane-en"])
def either(request, owner):
    return load(demonstration(request.param), owner=owner)


def calendar_of(client, organisation):
    reply = client.get(reverse("plan_calendar", args=[organisation.pk]))
    return reply, icalendar.Calendar.from_ical(reply.content)


def table_of(client, organisation, delimiter=";"):
    reply = client.get(reverse("plan_table", args=[organisation.pk]))
    text = reply.content.decode("utf-8-sig")
    return reply, list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def by_uid(calendar):
    return {str(each["UID"]).partition(".")[0]: each for each in calendar.subcomponents}


def test_calendar_holds_milestones_as_events_and_the_rest_as_tasks(member, either):
    reply, calendar = calendar_of(member, either)

    kinds = {each.name for each in calendar.subcomponents}
    found = by_uid(calendar)
    assert reply["Content-Type"] == "text/calendar; charset=utf-8"
    assert kinds == {"VEVENT", "VTODO"}
    assert calendar.errors == []
    assert found[OPENING].name == "VEVENT"
    assert (date(2027, 2, 2), date(2027, 2, 3)) == (found[OPENING].DTSTART, found[OPENING].DTEND)


def test_calendar_speaks_the_language_of_the_dossier(member, either):
    _reply, calendar = calendar_of(member, either)

    titles = {"fr": "Ouvrir", "en": "Open"}
    [hours] = re.findall(
        r"^(?:Heures|Hours).{1,2} ", str(by_uid(calendar)[OPENING]["DESCRIPTION"]), re.M
    )
    assert str(by_uid(calendar)[OPENING]["SUMMARY"]) == titles[either.language]
    assert hours == {"fr": "Heures\xa0: ", "en": "Hours: "}[either.language]
    assert str(calendar["PRODID"]) == f"-//Cap27//Plan//{either.language.upper()}"


def test_lines_of_the_calendar_are_folded_and_ended_as_the_standard_asks(member, finished):
    reply, _calendar = calendar_of(member, finished)

    lines = reply.content.split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in reply.content.replace(b"\r\n", b"")


def test_task_is_due_later_than_it_starts(member, finished):
    _reply, calendar = calendar_of(member, finished)

    tasks = [each for each in calendar.subcomponents if each.name == "VTODO"]
    assert len(tasks) > 40
    assert [each for each in tasks if "DTSTART" in each and each.DUE <= each.DTSTART] == []


def test_ids_stay_when_dates_and_words_change(member, finished):
    _reply, before = calendar_of(member, finished)
    answered(finished, "opening", {"header/opens_on": "2027-03-02"})

    _reply, after = calendar_of(member, finished)

    assert {OPENING, CHARTER} <= set(by_uid(before)) & set(by_uid(after))
    assert date(2027, 3, 2) == by_uid(after)[OPENING].DTSTART


def test_state_of_an_action_is_told_to_the_calendar(member, finished):
    crisis, monitoring = id_of("rehearse_crisis"), id_of("start_monitoring")
    ids = [OWN, crisis, CHARTER]
    answered(finished, "plan", {
        "order/actions": ids,
        f"rows/actions/{OWN}/action": HARD,
        f"rows/actions/{OWN}/note": "Une ligne ; puis, une autre",
        f"rows/actions/{OWN}/state": "doing",
        f"rows/actions/{crisis}/state": "dropped",
        f"rows/actions/{crisis}/reason": "Déjà jouée en juin",
        f"rows/actions/{CHARTER}/state": "dropped",
    })  # fmt: skip

    found = by_uid(calendar_of(member, finished)[1])

    assert str(found[OWN]["SUMMARY"]) == HARD
    assert "Une ligne ; puis, une autre" in str(found[OWN]["DESCRIPTION"])
    assert (found[OWN]["STATUS"], found[OWN]["PERCENT-COMPLETE"]) == ("IN-PROCESS", 50)
    assert found[crisis]["STATUS"] == "CANCELLED"
    assert found[CHARTER]["STATUS"] == "CANCELLED"
    assert found[monitoring]["STATUS"] == "COMPLETED"
    assert found[monitoring]["COMPLETED"].dt.date() == date(2026, 11, 9)


def test_tasks_without_an_opening_have_no_day(member, finished):
    answered(finished, "opening", {"header/opens_on": None})

    found = by_uid(calendar_of(member, finished)[1])

    assert found[OPENING].name == "VTODO"
    assert "DUE" not in found[OPENING]
    assert "Depuis l’ouverture" in str(found[OPENING]["DESCRIPTION"])


@pytest.mark.parametrize(("name", "delimiter"), [("altivane-fr", ";"), ("altivane-en", ",")])
def test_table_opens_in_a_spreadsheet(member, owner, name, delimiter):
    organisation = load(demonstration(name), owner=owner)

    reply, lines = table_of(member, organisation, delimiter)

    assert reply.content.startswith(b"\xef\xbb\xbf")
    assert reply["Content-Type"] == "text/csv; charset=utf-8"
    assert {len(line) for line in lines} == {15}
    assert len(lines) > 50
    assert CHARTER in [line[-1] for line in lines]


def test_cells_of_the_table_run_nothing(member, finished):
    answered(finished, "plan", {
        "order/actions": [OWN],
        f"rows/actions/{OWN}/action": HARD,
        f"rows/actions/{OWN}/note": "@SUM(1)",
    })  # fmt: skip

    _reply, lines = table_of(member, finished)

    (line,) = [each for each in lines if each[-1] == OWN]
    assert (line[1], line[-2]) == (f"'{HARD}", "'@SUM(1)")
    assert [cell for row in lines for cell in row if cell[:1] in "=+-@\t\r" and cell] == []


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_cell_that_begins_as_a_formula_is_text(first):
    assert safe(f"{first}1+1") == f"'{first}1+1"
    assert safe(f"a{first}") == f"a{first}"


def test_hours_of_the_table_add_up(member, finished):
    _reply, lines = table_of(member, finished)

    hours = [line[6] for line in lines[1:]]
    assert all(float(each.replace(",", ".")) >= 0 for each in hours)
