"""X80 to X98, what the charter and the strategy cannot both hold: each broken, and kept."""

import pytest

from conclusions.domain.telling import Narrator
from strategy.domain.values import DAYS
from tests.conclusions import codes, dossier, found

OFFICE = [{"day": day, "from": "09:00", "to": "18:00"} for day in DAYS[:5]]
ALL_WEEK = [{"day": day, "from": "08:00", "to": "22:00"} for day in DAYS]
OURS = {"place": "Le forum", "owner": "us", "role": "host", "open_to_contributions": True}
THEIRS = {"place": "Notre page", "owner": "third_party"}
GIVEN = {"relays": {"relays": [{"relay": "Une créatrice", "consideration": "product"}]}}
AIDED = {"contents": {"formats": [{"format": "Un résumé", "origin": "ai_assisted"}]}}
LARGE = {"space": "public_community"}


def answers(value, unit, **more):
    return {"reply_times": {"announced_delay": {"value": value, "unit": unit}} | more}


def decided(**decisions):
    return {"decisions": decisions}


def posted(option="business_hours", hours=OFFICE):
    return decided(hours=(option, {"weekly_hours": hours} if hours else {}))


def mentions(*held):
    return {"tone": {"disclosures": list(held)}}


def publics(*minors):
    return {"receivers": {"audiences": [{"audience": "A", "minors": each} for each in minors]}}


def complaints(**cells):
    return {"replies": {"cases": [{"case": "founded_complaint", "answered": True} | cells]}}


def ours(space, *places):
    return decided(space=space) | {"places": {"places": list(places)}}


def nobody_known(**decisions):
    return decided(registration="no_account", **decisions)


def ours_is_paid(budget):
    space = ("public_community", {"weekly_messages": "5000"})
    said = decided(space=space, moderators="provider", moderation_mode="after_publication")
    return said | ({"budget": {"yearly_budget": budget}} if budget else {})


UNSOLD = decided(promotion="forbidden")


def selling(**cells):
    place = {"place": "Boutique", "owner": "us", "role": "sell", "open_to_contributions": True}
    return {"places": {"places": [place | cells]}}


FROM_MEMBERS = {"contents": {"formats": [{"format": "Astuce", "origin": "community"}]}}


def relayed(**cells):
    relay = {"relay": "Léa", "type": "customer", "consideration": "product"}
    return {"relays": {"relays": [relay | cells]}}


def closed(space, entry="closed", **cells):
    spaces = [{"space": space, "entry": entry} if space else {"entry": entry}]
    places = [{"place": "le salon", "owner": "third_party", "role": "help"} | cells]
    return {"conversations": {"spaces": spaces}, "places": {"places": places}}


def green(value, unit):
    delay = {"maximum_delay": {"value": value, "unit": unit}} if value else {}
    return {"arbiters": {"levels": [{"id": "green", "decider": "ines"} | delay]}}


def units(*each):
    return [{"format": "A", "units_per_month": one} for one in each]


def covered(*speakers, cover, place="forum"):
    rows = [{"place": each, "holder": holder} for each, holder in speakers]
    rhythm = {"places": [{"place": place, "cover": cover}]}
    return {"speakers": {"speakers": rows}, "rhythm": rhythm}


def closing(day, opens="2027-02-02", notice="3"):
    said = {"places": {"places": [OURS | ({"planned_closing": day} if day else {})]}}
    said |= {"opening": {"opens_on": opens}} if opens else {}
    left = ("anonymised", {"notice_months": notice})
    return said | (decided(departure=left) if notice else {})


AMBASSADORS = decided(recognition="ambassadors")
NIGHTS = answers("24", "hour")
CHILDREN = decided(age="under_fifteen_with_consent")
REFUSED = decided(criticism="not_allowed")

BROKEN = [
    ("X80", NIGHTS | posted()),
    ("X80", NIGHTS | posted(hours=None)),
    ("X80", answers("2", "day") | posted("extended_hours")),
    ("X80", NIGHTS | posted("on_call")),
    ("X80", answers("12", "hour", covered_hours=ALL_WEEK) | posted("frozen")),
    ("X81", GIVEN | mentions("ai")),
    ("X81", AIDED | mentions("partnership")),
    ("X81", GIVEN | AIDED | mentions("employees")),
    ("X82", nobody_known(sanctions="points")),
    ("X82", nobody_known(recognition="thanks_and_badges")),
    ("X82", nobody_known(moderation_mode="hybrid")),
    ("X83", ours("third_party_page", OURS, THEIRS)),
    ("X83", ours("independent_community", OURS, THEIRS)),
    ("X84", decided(appeal=("another_person", {"months_to_ask": "1"}), **LARGE)),
    ("X85", CHILDREN | publics("no", "no")),
    (
        "X86",
        decided(personal_data="customer_link") | {"feedback": {"maturity": "nothing"}},
    ),
    ("X87", decided(moderators="mixed", recognition="none")),
    ("X35", ours_is_paid(1)),
    ("X89", AMBASSADORS | relayed()),
    ("X90", closed("Le  Salon")),
    ("X91", answers("4", "working_hour") | green("1", "working_day")),
    ("X91", answers("1", "day") | green("2", "day")),
    ("X93", {"contents": {"monthly_capacity": "3", "formats": units("2", "1.5")}}),
    ("X94", covered(("forum", "ines"), cover="ines")),
    (
        "X94",
        covered(("forum", "ines"), cover="ines")
        | {"contents": {"formats": [{"format": "A", "producer": "ines"}]}},
    ),
    ("X95", decided(identity="anonymous", recognition="trust_levels")),
    ("X96", closing("2027-03-01")),
    ("X96", closing("2027-02-02")),
    ("X92", answers("4", "hour") | {"replies": {"maturity": "nobody"}}),
    ("X88", REFUSED | complaints(channel="public")),
    ("X97", UNSOLD | selling()),
    ("X98", decided(contribution_rights="limited") | FROM_MEMBERS),
]
KEPT = [
    pytest.param("X97", decided(promotion="disclosed") | selling(), id="said when it is one"),
    pytest.param("X97", UNSOLD | selling(role="help"), id="helping there"),
    pytest.param("X97", UNSOLD | selling(owner="third_party"), id="elsewhere"),
    pytest.param("X97", UNSOLD | selling(open_to_contributions=False), id="nobody writes there"),
    pytest.param("X98", decided(contribution_rights="broad") | FROM_MEMBERS, id="more rights"),
    pytest.param("X98", decided(contribution_rights="limited"), id="nothing from members"),
    pytest.param("X80", answers("24", "working_hour") | posted(), id="hours of work"),
    pytest.param("X80", answers("63", "hour") | posted(), id="as long as the gap"),
    pytest.param("X80", answers("48", "hour") | posted(hours=None), id="a weekend"),
    pytest.param("X80", NIGHTS | posted("extended_hours", None), id="hours not said"),
    pytest.param("X80", answers("24", "hour", out_of_hours="on_call") | posted(), id="on call"),
    pytest.param(
        "X80",
        answers("24", "hour", out_of_hours="nothing") | posted("on_call"),
        id="on call in the charter alone, as X03 says",
    ),
    pytest.param("X80", NIGHTS | posted(hours=ALL_WEEK), id="a night"),
    pytest.param("X80", answers("24", "hour", covered_hours=OFFICE) | posted(), id="R06 says it"),
    pytest.param("X80", posted(), id="no delay"),
    pytest.param("X81", GIVEN | AIDED, id="no mention said yet"),
    pytest.param("X81", GIVEN | AIDED | mentions("ai", "partnership"), id="both said"),
    pytest.param(
        "X81",
        AIDED | mentions("employees") | decided(official_voices="assistant"),
        id="X18 says it of an assistant",
    ),
    pytest.param("X82", nobody_known(sanctions="case_by_case"), id="message by message"),
    pytest.param("X82", decided(sanctions="points"), id="sign-up not decided"),
    pytest.param("X83", ours("public_community", OURS, THEIRS), id="our own charter"),
    pytest.param("X83", ours("third_party_page", THEIRS), id="nothing of ours"),
    pytest.param("X83", ours("third_party_page", OURS), id="X23 says it"),
    pytest.param("X83", ours("third_party_page", OURS | {"role": "help"}, THEIRS), id="helping"),
    pytest.param("X84", decided(appeal="another_person", **LARGE), id="six months"),
    pytest.param("X84", decided(appeal=("same_team", {"months_to_ask": "1"}), **LARGE), id="C04"),
    pytest.param("X84", decided(appeal=("another_person", {"months_to_ask": "1"})), id="no tier"),
    pytest.param("X85", CHILDREN | publics("no", "unknown"), id="nobody knows"),
    pytest.param("X85", CHILDREN | publics("no", ""), id="one not said"),
    pytest.param("X85", CHILDREN, id="no public"),
    pytest.param("X85", decided(age="all_ages_protected") | publics("no"), id="all ages"),
    pytest.param("X86", decided(personal_data="customer_link"), id="feedback not said"),
    pytest.param("X86", {"feedback": {"maturity": "nothing"}}, id="no link"),
    pytest.param("X87", decided(moderators="in_house", recognition="none"), id="the team alone"),
    pytest.param("X35", ours_is_paid(10**9), id="paid for"),
    pytest.param("X35", ours_is_paid(None), id="no budget said"),
    pytest.param("X88", REFUSED | complaints(channel="private"), id="in private"),
    pytest.param("X88", REFUSED | complaints(), id="where is not said"),
    pytest.param("X89", AMBASSADORS | relayed(type="creator"), id="no customer"),
    pytest.param("X89", AMBASSADORS | relayed(consideration="none"), id="nothing given"),
    pytest.param("X89", relayed(), id="no ambassadors"),
    pytest.param("X90", closed("le salon", role="listen"), id="only listening"),
    pytest.param("X90", closed("le salon", role=None), id="role not said"),
    pytest.param("X90", closed("le salon", owner="us"), id="our own"),
    pytest.param("X90", closed("un autre"), id="another space"),
    pytest.param("X90", closed(None), id="a space without a name"),
    pytest.param("X90", closed("le salon", "on_request"), id="on request"),
    pytest.param("X91", answers("1", "working_day") | green("1", "working_day"), id="as soon"),
    pytest.param("X91", answers("1", "working_day") | green("5", "working_hour"), id="a day"),
    pytest.param("X91", answers("4", "hour") | {"arbiters": {"levels": []}}, id="no green level"),
    pytest.param("X91", answers("4", "hour") | green(None, "hour"), id="green without a delay"),
    pytest.param("X91", green("3", "working_day"), id="nothing promised"),
    pytest.param(
        "X93", {"contents": {"monthly_capacity": "3", "formats": units("2", "1")}}, id="as many"
    ),
    pytest.param("X93", {"contents": {"formats": units("9")}}, id="capacity not said"),
    pytest.param(
        "X93",
        {
            "contents": {
                "monthly_capacity": "3",
                "formats": [*units("3"), {"origin": "community", "units_per_month": "9"}],
            }
        },
        id="made by the community",
    ),
    pytest.param("X93", {"contents": {"monthly_capacity": "3"}}, id="no format"),
    pytest.param("X94", covered(("forum", "ines"), cover="marc"), id="somebody else"),
    pytest.param("X94", covered(("forum", "ines"), ("forum", "marc"), cover="ines"), id="two"),
    pytest.param("X94", covered(("boutique", "ines"), cover="ines"), id="another place"),
    pytest.param(
        "X94",
        covered(("forum", "ines"), cover="ines")
        | {"contents": {"formats": [{"format": "A", "producer": "marc"}]}},
        id="somebody else makes the contents",
    ),
    pytest.param("X94", covered(("forum", "ines"), cover=""), id="no cover"),
    pytest.param("X94", covered(("", "ines"), cover="ines", place=""), id="no place"),
    pytest.param("X95", decided(identity="anonymous", recognition="none"), id="no badge"),
    pytest.param("X95", decided(identity="real_name", recognition="trust_levels"), id="a name"),
    pytest.param(
        "X95",
        nobody_known(identity="anonymous", recognition="trust_levels"),
        id="X82 says it without accounts",
    ),
    pytest.param("X96", closing("2027-05-02"), id="three months to the day"),
    pytest.param("X96", closing("2027-02-01"), id="X77 says it"),
    pytest.param("X96", closing("2027-03-02", notice="1"), id="a shorter notice"),
    pytest.param("X96", closing(None), id="no closing"),
    pytest.param("X96", closing("2027-03-01", opens=None), id="no opening"),
    pytest.param("X96", closing("2027-03-01", notice=None), id="departure not decided"),
    pytest.param("X92", {"replies": {"maturity": "nobody"}}, id="no promise"),
    pytest.param("X92", answers("4", "hour") | {"replies": {"maturity": "templates"}}, id="some"),
    pytest.param("X88", REFUSED | complaints(answered=False, channel="public"), id="not answered"),
    pytest.param(
        "X88", decided(criticism="free") | complaints(channel="public"), id="criticism admitted"
    ),
]


@pytest.mark.parametrize(("code", "said"), BROKEN)
def test_rule_fires_when_broken(code, said):
    assert code in codes(dossier(**said))


@pytest.mark.parametrize(("code", "said"), KEPT)
def test_rule_is_silent_when_kept(code, said):
    assert code not in codes(dossier(**said))


@pytest.mark.parametrize(
    ("said", "code", "language", "sentence"),
    [
        (
            NIGHTS | posted(),
            "X80",
            "fr",
            "La question 15 promet 24\xa0heures\xa0; la charte laisse 63\xa0heures de suite entre "
            "les heures qu’elle publie.",
        ),
        (
            NIGHTS | posted(hours=None),
            "X80",
            "en",
            "Question 15 promises 24\xa0hours; the charter announces business hours only.",
        ),
        (
            nobody_known(sanctions="ladder,restorative", moderation_mode="hybrid"),
            "X82",
            "en",
            "Nobody has an account, and the charter counts on what each member did before: "
            "“Five-step graduated ladder”, “Hybrid by trust level and risk”.",
        ),
        (
            ours("third_party_page", OURS, THEIRS),
            "X83",
            "fr",
            "La question 11 vous fait animer chez vous «\xa0Le forum\xa0»\xa0; l’espace que règle "
            "la charte est «\xa0Page ou groupe sur une plateforme tierce\xa0».",
        ),
    ],
)
def test_sentence_names_what_disagrees(said, code, language, sentence):
    written = dossier(**said)

    assert Narrator(written, language).sentence(found(written, code)) == sentence
