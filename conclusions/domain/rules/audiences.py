"""Publics, relays and what they are given: questions 1 and 2, promotion, minors."""

from datetime import date

from conclusions.domain.dossier import Cells, Cents, Dossier, cells, named
from conclusions.domain.findings import Found, idle
from conclusions.domain.registry import rule

AUDIENCES, RELAYS = "receivers.audiences", "relays.relays"
FORMATS, PLACES = "contents.formats", "places.places"
INNER_CIRCLES = ("employees", "loyal")
MINORS = ("fifteen_and_over", "under_fifteen", "unknown")
ADULT = 18
CONSENT = 15
# Who is too young from which age asked.
YOUNG = (("under_fifteen", CONSENT), ("fifteen_and_over", ADULT))


def rewarded(dossier: Dossier) -> list[Cells]:
    """The relays that get something in return."""
    return [row for row in dossier.rows(RELAYS) if row.get("consideration") not in (None, "none")]


@rule("R02")
def inner_circles_missing(dossier: Dossier, as_of: date) -> Found | None:
    """Question 1 names neither employees nor loyal customers."""
    audiences = dossier.rows(AUDIENCES)
    if not audiences or any(row.get("circle") in INNER_CIRCLES for row in audiences):
        return None
    return Found(dossier.column(f"{AUDIENCES}.circle"))


@rule("R03")
def every_relay_rewarded(dossier: Dossier, as_of: date) -> Found | None:
    """Each relay of question 2 gets something in return."""
    relays = rewarded(dossier)
    if not relays or len(relays) < len(dossier.rows(RELAYS)):
        return None
    return Found(dossier.column(f"{RELAYS}.consideration"), {"count": len(relays)})


@rule("R04")
def relays_with_consideration(dossier: Dossier, as_of: date) -> Found | None:
    """A relay of question 2 gets something in return."""
    relays = rewarded(dossier)
    if not relays:
        return None
    return Found(cells(relays, "consideration", "yearly_value"), {"relays": named(relays, RELAYS)})


@rule("R16")
def minors_among_publics(dossier: Dossier, as_of: date) -> Found | None:
    """A public of question 1 may hold minors."""
    publics = [row for row in dossier.rows(AUDIENCES) if row.get("minors") in MINORS]
    return (
        Found(cells(publics, "minors"), {"publics": named(publics, AUDIENCES)}) if publics else None
    )


@rule("X08")
def minors_shut_out(dossier: Dossier, as_of: date) -> Found | None:
    """A public of question 1 is too young for the age that the charter asks."""
    age = dossier.choice("age")
    least = ADULT if age.has("adults_only") else age.number("minimum_age")
    if least is None or age.has("under_fifteen_with_consent"):
        return None
    young = [minors for minors, reached in YOUNG if least >= reached]
    publics = [row for row in dossier.rows(AUDIENCES) if row.get("minors") in young]
    if not publics:
        return None
    values = {"publics": named(publics, AUDIENCES), "age": least}
    return Found(cells(publics, "minors") + age.read("minimum_age"), values)


@rule("X85")
def children_nobody_expects(dossier: Dossier, as_of: date) -> Found | None:
    """The charter admits children under fifteen, and every public of question 1 is adult."""
    age, publics = dossier.choice("age"), dossier.rows(AUDIENCES)
    if not publics or not age.has("under_fifteen_with_consent"):
        return None
    if any(row.get("minors") != "no" for row in publics):
        return None
    return Found(age.read() + cells(publics, "minors"))


@rule("X09")
def rewarded_relays_may_not_promote(dossier: Dossier, as_of: date) -> Found | None:
    """Relays are rewarded, and the charter forbids all promotion."""
    relays, promotion = rewarded(dossier), dossier.choice("promotion")
    if not relays or not promotion.has("forbidden"):
        return None
    reads = cells(relays, "consideration") + promotion.read()
    return Found(reads, {"relays": named(relays, RELAYS)})


@rule("X89")
def ambassadors_rewarded_after_all(dossier: Dossier, as_of: date) -> Found | None:
    """The charter has ambassadors who get nothing, and a customer who relays gets something."""
    relays = [row for row in rewarded(dossier) if row.get("type") == "customer"]
    recognition = dossier.choice("recognition")
    if not relays or not recognition.has("ambassadors"):
        return None
    reads = cells(relays, "type", "consideration") + recognition.read()
    return Found(reads, {"relays": named(relays, RELAYS)})


@rule("X21")
def relays_cost_more_than_budgeted(dossier: Dossier, as_of: date) -> Found | None:
    """What relays are given in a year is worth more than the budget for partnerships."""
    relays = [row for row in rewarded(dossier) if row.cents("yearly_value")]
    known = [row for row in dossier.rows("budget.lines") if row.cents("amount") is not None]
    lines = [row for row in known if row.get("line") == "disclosed_partnerships"]
    if not lines:
        # A gift in kind may come from another line; money has its own.
        relays = [row for row in relays if row.get("consideration") == "money"]
    given = sum(row.cents("yearly_value") or 0 for row in relays)
    planned = sum(row.cents("amount") or 0 for row in lines)
    if not known or given <= planned:
        return None
    reads = cells(relays, "yearly_value") + cells(lines, "amount")
    return Found(reads, {"given": Cents(given), "planned": Cents(planned)})


@rule("C24")
def rewards_without_a_rule(dossier: Dossier, as_of: date) -> Found | None:
    """Something is given in return somewhere, and the charter has no rule on promotion."""
    promotion, recognition = dossier.choice("promotion"), dossier.choice("recognition")
    relays = rewarded(dossier)
    given = relays or recognition.has("rewards")
    if not given or not promotion.has("no_rule"):
        return None
    told = recognition.read() if recognition.has("rewards") else ()
    causes = {f"{RELAYS}.consideration": relays, "charter.recognition": told}
    reads = promotion.read() + told + cells(relays, "consideration")
    return Found(reads, idle=idle(causes))


@rule("X97")
def selling_where_promotion_is_forbidden(dossier: Dossier, as_of: date) -> Found | None:
    """The charter forbids all promotion, and a place of ours where others speak is to sell."""
    promotion = dossier.choice("promotion")
    rows = [
        row
        for row in dossier.rows(PLACES)
        if (row.get("owner"), row.get("role")) == ("us", "sell")
        and row.get("open_to_contributions") is True
    ]
    if not rows or not promotion.has("forbidden"):
        return None
    reads = cells(rows, "owner", "role", "open_to_contributions") + promotion.read()
    return Found(reads, {"places": named(rows, PLACES)})


@rule("X98")
def contents_of_members_without_the_right(dossier: Dossier, as_of: date) -> Found | None:
    """Contents are to come from the community, and the charter only lets us display them."""
    rights = dossier.choice("contribution_rights")
    rows = [row for row in dossier.rows(FORMATS) if row.get("origin") == "community"]
    if not rows or not rights.has("limited"):
        return None
    return Found(cells(rows, "origin") + rights.read(), {"formats": named(rows, FORMATS)})
