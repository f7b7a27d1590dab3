"""Who does what: one person accountable for each activity, how it is found, who stands in."""

import pytest

from conclusions.domain.dossier import Dossier
from conclusions.domain.roles.activities import activities, by_id
from conclusions.domain.roles.raci import ACTIVITIES
from conclusions.domain.roles.sheets import sheets
from tests.conclusions import demonstration, dossier


def of(**answers):
    return by_id(activities(Dossier(dossier(**answers))))


def hours(*rows):
    names = ("person", "mission", "weekly_hours", "replacement")
    return {"people": [dict(zip(names, row, strict=False)) for row in rows]}


def levels(**rows):
    return {"levels": [{"id": level, **cells} for level, cells in rows.items()]}


def typed(**rows):
    return {"activities": [{"id": activity, **cells} for activity, cells in rows.items()]}


def owned(written, question, owner):
    written["answers"][question]["owner"] = owner
    return by_id(activities(Dossier(written)))


def test_nothing_said_names_nobody():
    found = activities(Dossier({}))

    assert [each.id for each in found] == list(ACTIVITIES)
    assert {each.accountable for each in found} == {("", "nobody", None, (), "")}


def test_accountable_is_who_gives_most_hours():
    found = of(hours=hours(("ines", "monitoring", "2"), ("marc", "monitoring", "3")))["monitoring"]

    assert (found.accountable.person, found.accountable.basis) == ("marc", "hours")
    assert (found.accountable.rivals, found.responsible) == ((), ("marc", "ines"))


def test_equals_are_told_apart_by_who_answers_for_the_question():
    rows = hours(("ines", "monitoring", "2"), ("marc", "monitoring", "2"))
    written = dossier(hours=rows, monitoring={"level": "occasional"})

    found = owned(written, "monitoring", "marc")["monitoring"].accountable

    assert (found.person, found.rivals, found.settled) == ("marc", ("ines",), "owner")


def test_equals_that_nothing_tells_apart_keep_their_order():
    rows = hours(("marc", "monitoring", "2"), ("ines", "monitoring", "2"))

    found = of(hours=rows)["monitoring"].accountable

    assert (found.person, found.rivals, found.settled) == ("marc", ("ines",), "first")


@pytest.mark.parametrize(
    ("activity", "answers", "expected"),
    [
        ("monitoring", {"monitoring": {"queries": [{"recipient": "ines"}]}}, ("ines", "alerts")),
        ("production", {"contents": {"formats": [{"producer": "ines"}]}}, ("ines", "producers")),
        ("answering", {"speakers": {"speakers": [{"holder": "ines"}]}}, ("ines", "holders")),
        ("crisis", {"arbiters": levels(red={"decider": "ines"})}, ("ines", "red_decider")),
        ("crisis", {"arbiters": levels(orange={"decider": "ines"})}, ("ines", "orange_decider")),
        ("appeal", {"arbiters": levels(red={"deputy": "ines"})}, ("ines", "red_deputy")),
    ],
)
def test_without_hours_others_who_are_named_are_found(activity, answers, expected):
    found = of(**answers)[activity].accountable

    assert (found.person, found.basis) == expected


def test_who_answers_for_a_question_comes_last():
    written = dossier(indicators={"indicators": []})

    found = owned(written, "indicators", "marc")["measurement"].accountable

    assert (found.person, found.basis) == ("marc", "owner")


def test_question_that_does_not_apply_names_nobody():
    written = dossier(crisis={})
    written["answers"]["crisis"]["state"] = "not_applicable"

    assert owned(written, "crisis", "marc")["crisis"].accountable.person == ""


def test_who_moderates_never_hears_the_appeal():
    team = hours(("ines", "moderation", "3", "marc"))
    found = of(
        hours=team,
        arbiters=levels(red={"decider": "ines", "deputy": "marc"}, orange={"decider": "zoe"}),
    )

    assert (found["moderation"].accountable.person, found["appeal"].accountable.person) == (
        "ines",
        "zoe",
    )


def test_who_has_hours_for_appeals_hears_them_unless_they_moderate():
    rows = levels(red={"decider": "marc"})
    given = of(
        hours=hours(("ines", "moderation", "3", ""), ("zoe", "appeal", "1", "")), arbiters=rows
    )
    both = of(
        hours=hours(("ines", "moderation", "3", ""), ("ines", "appeal", "1", "")), arbiters=rows
    )

    assert (given["appeal"].accountable.person, both["appeal"].accountable.person) == (
        "zoe",
        "marc",
    )


def test_who_is_on_call_for_moderation_does_not_hear_the_appeal():
    rows = levels(red={"decider": "zoe", "out_of_hours": "zoe"}, orange={"decider": "marc"})
    found = of(arbiters=rows, decisions={"hours": "on_call"})

    assert (found["moderation"].evening.person, found["appeal"].accountable.person) == (
        "zoe",
        "marc",
    )


def test_appeal_that_the_charter_does_not_offer_has_nobody():
    rows = levels(red={"decider": "ines"})

    found = of(arbiters=rows, decisions={"appeal": "none"})["appeal"]

    assert (found.accountable.basis, found.responsible) == ("no_appeal", ())


def test_crisis_is_done_by_the_red_level():
    rows = levels(red={"decider": "ines", "deputy": "marc", "out_of_hours": "zoe"})

    found = of(arbiters=rows)["crisis"]

    assert found.responsible == ("ines", "marc", "zoe")
    assert (found.cover.person, found.evening.person) == ("marc", "zoe")


def test_people_stand_once_in_their_strongest_place():
    found = of(
        hours=hours(("ines", "answering", "3"), ("marc", "answering", "1")),
        arbiters=levels(orange={"decider": "marc"}),
        feedback={"returns": [{"recipient": "zoe"}, {"recipient": "ines"}]},
    )["answering"]

    assert (found.responsible, found.consulted, found.informed) == (("ines", "marc"), (), ("zoe",))
    assert found.letters("ines") == ("accountable", "responsible")


def test_lists_of_people_and_header_fields_are_informed_too():
    found = of(
        crisis={"triggers": [{"trigger": "A", "informed": ["ines", "marc"]}]},
        change_of_course={"decider": "zoe"},
    )

    assert (found["crisis"].informed, found["measurement"].informed) == (("ines", "marc"), ("zoe",))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("ines", "answering", "3", "marc")], ("marc", "replacement")),
        ([("ines", "answering", "3"), ("marc", "answering", "1", "zoe")], ("zoe", "replacement")),
        ([("ines", "answering", "3"), ("marc", "answering", "1")], ("marc", "colleague")),
        ([("ines", "answering", "3", "ines")], ("", "nobody")),
    ],
)
def test_stand_in_is_the_replacement_then_a_colleague(rows, expected):
    found = of(hours=hours(*rows))["answering"].cover

    assert (found.person, found.basis) == expected


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ("on_call", ("marc", "out_of_hours")),
        ("waiting_message", ("", "waiting_message")),
        ("nothing", ("", "next_working_day")),
    ],
)
def test_evenings_of_answering_follow_question_15(kept, expected):
    rows = levels(orange={"out_of_hours": "marc"})

    found = of(arbiters=rows, reply_times={"out_of_hours": kept})["answering"].evening

    assert (found.person, found.basis) == expected


def test_what_is_typed_replaces_what_is_derived_cell_by_cell():
    found = of(
        hours=hours(("ines", "monitoring", "3", "marc")),
        roles=typed(monitoring={"accountable": "zoe", "informed": ["ines"], "evening": "marc"}),
    )["monitoring"]

    assert (found.accountable.person, found.accountable.basis) == ("zoe", "register")
    assert (found.responsible, found.informed) == (("ines",), ())
    assert found.stands_in("marc") == ("cover", "evening")
    assert found.typed == {"accountable", "informed", "evening"}


def test_appeal_typed_by_a_person_is_kept_whatever_the_charter_says():
    found = of(decisions={"appeal": "none"}, roles=typed(appeal={"accountable": "zoe"}))

    assert found["appeal"].accountable.person == "zoe"


def test_who_is_typed_in_hears_the_appeal_unless_they_moderate():
    team = hours(("ines", "moderation", "3", "zoe"))
    typed_in = {"accountable": "marc", "cover": "zoe"}
    appeal = of(hours=team, roles=typed(appeal=typed_in))["appeal"]

    assert (appeal.accountable.basis, appeal.responsible) == ("register", ("marc",))
    assert appeal.cover.basis == "moderates"


def test_finished_demonstration_has_somebody_everywhere():
    found = activities(Dossier(demonstration("altivane-fr")))

    assert [each.id for each in found if not each.accountable.person] == []
    assert [each.id for each in found if not each.cover.person] == []
    known = by_id(found)
    assert known["moderation"].doing & {known["appeal"].accountable.person} == set()


def sheet_of(person, **answers):
    read = Dossier(dossier(**answers))
    return {each.person: each for each in sheets(read, activities(read))}[person]


def test_sheet_gathers_what_one_person_does_and_decides():
    sheet = sheet_of(
        "ines",
        hours=hours(("ines", "moderation", "3", "marc"), ("ines", "monitoring", "1.5")),
        speakers={
            "speakers": [
                {"place": "p", "holder": "ines", "deputy": "zoe", "trained_on": "2026-10-08"},
                {"place": "q", "holder": "marc", "deputy": "ines"},
            ]
        },
        arbiters=levels(red={"decider": "marc", "deputy": "ines"}),
        red_lines={"subjects": [{"subject": "Litige", "exception_by": "ines"}]},
        change_of_course={"decider": "ines"},
        decisions={"sanctions": "ladder"},
    )

    assert [each.activity for each in sheet.parts] == list(ACTIVITIES)
    accountable = [each.activity for each in sheet.parts if "accountable" in each.letters]
    assert (accountable, str(sheet.weekly)) == (["monitoring", "answering", "moderation"], "4.5")
    assert ([row.get("place") for row in sheet.speaks], len(sheet.deputises)) == (["p"], 1)
    assert [(row.row, parts) for row, parts in sheet.levels] == [("red", ("deputy",))]
    assert (sheet.sanctions, sheet.reviews) == (("moderator", "team", "exclusion"), True)
    assert (sheet.covered_by, str(sheet.trained_on)) == (("marc", "zoe"), "2026-10-08")
    assert (len(sheet.exceptions), sheet.decides) == (1, True)


def test_sheet_of_somebody_who_only_stands_in_says_little():
    sheet = sheet_of("marc", hours=hours(("ines", "moderation", "3", "marc")))

    assert (sheet.weekly, sheet.trained_on, sheet.decides) == (None, None, False)
    assert [(each.activity, each.stands_in) for each in sheet.parts] == [
        ("moderation", ("cover",)),
    ]


def test_sheets_follow_the_organisation_s_list_then_the_others():
    read = Dossier(dossier(hours=hours(("zoe", "moderation", "1"), ("marc", "moderation", "1"))))

    assert [each.person for each in sheets(read, activities(read))] == ["marc", "zoe"]
