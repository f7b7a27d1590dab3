"""Between decisions: moderation, sanctions, data, contributions, leaving."""

from datetime import date
from itertools import chain

from conclusions.domain.dossier import PROFILE, Dossier, Read
from conclusions.domain.findings import Found, idle
from conclusions.domain.registry import rule

RISKY = ("alcohol", "gambling", "tobacco", "adult")


def together(dossier: Dossier, first: str, second: str) -> Found | None:
    """Found when both decisions, each `decision:option,option`, have one of their options."""
    choices = [
        (dossier.choice(name), options.split(",")) for name, options in _split(first, second)
    ]
    if not all(choice.has(*options) for choice, options in choices):
        return None
    return Found(tuple(read for choice, _options in choices for read in choice.read()))


def _split(*written: str) -> list[tuple[str, str]]:
    return [(name, options) for each in written for name, _, options in [each.partition(":")]]


@rule("C06")
def reading_is_knowing(dossier: Dossier, as_of: date) -> Found | None:
    """Everything is read before it appears."""
    mode = dossier.choice("moderation_mode")
    return Found(mode.read()) if mode.has("before_publication") else None


@rule("C07")
def nobody_decides(dossier: Dossier, as_of: date) -> Found | None:
    """Tools decide alone."""
    mode, moderators = dossier.choice("moderation_mode"), dossier.choice("moderators")
    causes = {
        "charter.moderation_mode": mode.read() if mode.has("automatic") else (),
        "charter.moderators": moderators.read() if moderators.has("tool_only") else (),
    }
    reads = tuple(chain(*causes.values()))
    return Found(reads, idle=idle(causes)) if reads else None


@rule("C09")
def age_on_a_persons_word(dossier: Dossier, as_of: date) -> Found | None:
    """A field closed to minors, and an age that nobody checks."""
    age, registration = dossier.choice("age"), dossier.choice("registration")
    if not dossier.regulated(*RISKY):
        return None
    declared = age.lacks("adults_only", "third_party_verification")
    unverified = age.has("adults_only") and registration.lacks("verified_identity")
    if not declared and not unverified:
        return None
    told = () if declared else registration.read()
    fields = Read(PROFILE, PROFILE, "regulated_fields", list(dossier.regulated(*RISKY)))
    reads = (*dossier.regulated_read, *age.read(), *told)
    # Papers shown at sign-up change nothing while minors may sign up.
    return Found(reads, {"fields": fields}, idle=idle({"charter.registration": not declared}))


@rule("C10")
def minors_left_to_reports(dossier: Dossier, as_of: date) -> Found | None:
    """Minors are welcome, and moderation waits for reports."""
    return together(
        dossier,
        "age:under_fifteen_with_consent,all_ages_protected",
        "moderation_mode:on_report,by_peers",
    )


@rule("C11")
def customer_link_without_account(dossier: Dossier, as_of: date) -> Found | None:
    """Accounts are linked to customers without the customer's account."""
    data, registration = dossier.choice("personal_data"), dossier.choice("registration")
    if not data.has("customer_link") or not registration.lacks("customer_account"):
        return None
    return Found((*data.read(), *registration.read()))


@rule("C12")
def reviews_without_criticism(dossier: Dossier, as_of: date) -> Found | None:
    """Consumer reviews are published, and criticism is not admitted."""
    criticism, space = dossier.choice("criticism"), dossier.choice("space")
    if not criticism.has("not_allowed") or space.detail("consumer_reviews") is not True:
        return None
    return Found((*criticism.read(), *space.header.read("consumer_reviews")))


@rule("C13")
def rewards_need_a_programme(dossier: Dossier, as_of: date) -> Found | None:
    """Members are rewarded."""
    recognition = dossier.choice("recognition")
    return Found(recognition.read()) if recognition.has("rewards") else None


@rule("C14")
def severity_without_appeal(dossier: Dossier, as_of: date) -> Found | None:
    """The hardest sanctions, and nobody independent to appeal to."""
    return together(dossier, "sanctions:zero_tolerance", "appeal:none,same_team")


@rule("C17")
def messages_kept_under_a_name(dossier: Dossier, as_of: date) -> Found | None:
    """Messages stay under the name of a member who left."""
    departure = dossier.choice("departure")
    return Found(departure.read()) if departure.has("kept_under_pseudonym") else None


@rule("C19")
def broad_licence(dossier: Dossier, as_of: date) -> Found | None:
    """The organisation takes wide rights over what members write."""
    rights = dossier.choice("contribution_rights")
    return Found(rights.read()) if rights.has("broad") else None


@rule("C25")
def open_licence_taken_back(dossier: Dossier, as_of: date) -> Found | None:
    """An open licence cannot be taken back, and the charter promises to delete."""
    return together(
        dossier, "contribution_rights:open_licence", "departure:everything_deleted,member_chooses"
    )


@rule("C27")
def detailed_profile(dossier: Dossier, as_of: date) -> Found | None:
    """Members must say much about themselves."""
    data = dossier.choice("personal_data")
    return Found(data.read()) if data.has("detailed_profile") else None


@rule("X87")
def members_moderate_without_a_role(dossier: Dossier, as_of: date) -> Found | None:
    """Members moderate, and the charter recognises nobody."""
    return together(dossier, "moderators:volunteers,mixed", "recognition:none")
