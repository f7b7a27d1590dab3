"""What a host owes: notices, reasons, appeals, and how one is let in."""

from datetime import date

from conclusions.domain.dossier import Dossier, cells
from conclusions.domain.findings import Found, idle
from conclusions.domain.registry import rule

HOSTS = frozenset({"N1", "N2", "N3"})
HUMAN_ADMISSION = ("invitation", "approved_request")
# Appeals that somebody else hears.
HEARD = ("another_person", "mixed_panel", "certified_body")
# Months that article 20 of the DSA leaves to complain, at least.
OPEN_FOR = 6
# Our own marker of a large group, said as such.
LARGE = 300


@rule("C01")
def reasons_without_address(dossier: Dossier, as_of: date) -> Found | None:
    """Reasons are to be sent to people of whom no address is known."""
    registration, reasons = dossier.choice("registration"), dossier.choice("reasons")
    if not registration.has("no_account") or not reasons.has("individual_statement", "public_log"):
        return None
    return Found((*registration.read(), *reasons.read()))


@rule("C02")
def host_that_gives_no_reasons(dossier: Dossier, as_of: date) -> Found | None:
    """A host restricts messages without a word."""
    reasons = dossier.choice("reasons")
    if dossier.tier not in HOSTS or not reasons.has("silent"):
        return None
    return Found((*reasons.read(), *dossier.choice("space").read()), {"tier": dossier.tier})


@rule("C03")
def host_without_full_notices(dossier: Dossier, as_of: date) -> Found | None:
    """A host has no full way to notify illegal content."""
    reporting = dossier.choice("reporting")
    if dossier.tier not in HOSTS or not reporting.has("email_address", "button"):
        return None
    return Found((*reporting.read(), *dossier.choice("space").read()), {"tier": dossier.tier})


@rule("C04")
def large_platform_without_appeal(dossier: Dossier, as_of: date) -> Found | None:
    """A platform that is not small has no internal complaints, or no certified body."""
    appeal = dossier.choice("appeal")
    if dossier.tier != "N3" or not appeal.lacks("certified_body"):
        return None
    variant = "" if appeal.has("none", "same_team") else "out_of_court"
    return Found((*appeal.read(), *dossier.choice("space").read()), {}, variant)


@rule("C16")
def admitted_crowd(dossier: Dossier, as_of: date) -> Found | None:
    """A space said to be private is large, or anybody finds its invitations."""
    space = dossier.choice("space")
    expected = space.number("expected_members")
    large = expected is not None and expected > LARGE
    told = {"expected_members": large, "public_invitations": space.detail("public_invitations")}
    if not space.has("admitted_community") or True not in told.values():
        return None
    causes = {f"charter.space.{name}": holds is True for name, holds in told.items()}
    return Found(space.read(*told), {"marker": LARGE}, idle=idle(causes))


@rule("C21")
def admission_without_a_person(dossier: Dossier, as_of: date) -> Found | None:
    """A space said to be private lets people in without anybody deciding."""
    space, registration = dossier.choice("space"), dossier.choice("registration")
    if not space.has("admitted_community") or not registration.lacks(*HUMAN_ADMISSION):
        return None
    return Found((*space.read(), *registration.read()))


@rule("C22")
def admission_by_a_person_after_all(dossier: Dossier, as_of: date) -> Found | None:
    """A space with automatic sign-up in fact has somebody who decides."""
    space, registration = dossier.choice("space"), dossier.choice("registration")
    if not space.has("members_community") or not registration.has(*HUMAN_ADMISSION):
        return None
    return Found((*space.read(), *registration.read()))


@rule("C26")
def appeal_to_the_same_person(dossier: Dossier, as_of: date) -> Found | None:
    """An appeal is promised to somebody else, and there is nobody else."""
    appeal = dossier.choice("appeal")
    if not appeal.has(*HEARD):
        return None
    hours = dossier.rows("hours.people")
    team = [row for row in hours if row.get("mission") == "moderation"]
    speakers = dossier.rows("speakers.speakers")
    people = [row.text("person") for row in team]
    people += [row.text(each) for row in speakers for each in ("holder", "deputy")]
    if len(set(people) - {None}) != 1:
        return None
    reads = appeal.read() + cells(team, "person") + cells(speakers, "holder", "deputy")
    heard = [row for row in hours if row.get("mission") == "appeal" and row.said("person")]
    others = [row for row in heard if row.text("person") not in people]
    if not others:
        return Found(reads)
    # Of two others, one still hears appeals while the other moderates.
    if len({row.text("person") for row in others}) > 1:
        return None
    return Found(reads + cells(others, "person"), {"person": others[0].read("person")[0]}, "alone")


@rule("X84")
def appeal_open_too_briefly(dossier: Dossier, as_of: date) -> Found | None:
    """A platform that is not small leaves less than six months to ask for a review."""
    appeal = dossier.choice("appeal")
    months = appeal.number("months_to_ask")
    if dossier.tier != "N3" or not appeal.has(*HEARD) or months is None or months >= OPEN_FOR:
        return None
    reads = (*appeal.read("months_to_ask"), *dossier.choice("space").read())
    return Found(reads, {"months": months, "least": OPEN_FOR})
