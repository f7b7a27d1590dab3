"""Who members are to each other, and to the organisation: decisions 2, 3, 6, 8, 11 and 18."""

from datetime import date

from conclusions.domain.dossier import Chosen, Dossier
from conclusions.domain.findings import Found, idle
from conclusions.domain.registry import rule
from conclusions.domain.rules.membership import RISKY, together

# What follows a member from one message to the next: steps, points, rights, badges, seniority.
KNOWN_AGAIN = (
    ("sanctions", ("ladder", "points")),
    ("recognition", ("thanks_and_badges", "trust_levels")),
    ("moderation_mode", ("hybrid",)),
)


@rule("C08")
def fragile_people_under_real_names(dossier: Dossier, as_of: date) -> Found | None:
    """Real names are asked of people whom the rules call vulnerable."""
    return together(dossier, "identity:real_name", "content_rules:reinforced")


@rule("X10")
def stable_identity_without_account(dossier: Dossier, as_of: date) -> Found | None:
    """Members are to keep one name, and have no account to keep it in."""
    return together(
        dossier,
        "registration:no_account",
        "identity:stable_pseudonym,first_name_and_initial,real_name,pseudonym_and_badge",
    )


@rule("X11")
def real_name_on_a_pseudonymous_account(dossier: Dossier, as_of: date) -> Found | None:
    """Real names are imposed on accounts opened under a pseudonym."""
    return together(dossier, "registration:pseudonym_and_email", "identity:real_name")


@rule("X12")
def identity_verified_for_a_pseudonym(dossier: Dossier, as_of: date) -> Found | None:
    """Papers are asked for, and members then write under a pseudonym."""
    # Where the age must be proven, papers have another reason.
    if dossier.regulated(*RISKY):
        return None
    return together(
        dossier,
        "registration:verified_identity",
        "identity:anonymous,stable_pseudonym,pseudonym_and_badge",
    )


@rule("X82")
def nobody_is_known_again(dossier: Dossier, as_of: date) -> Found | None:
    """Nobody has an account, and the charter counts on what each member did before."""
    registration = dossier.choice("registration")
    if not registration.has("no_account"):
        return None
    choices = [(dossier.choice(name), options) for name, options in KNOWN_AGAIN]
    counting = [(each, options) for each, options in choices if each.has(*options)]
    if not counting:
        return None
    reads = [read for each, _options in counting for read in each.read()]
    told = Chosen(tuple(each.among(*options) for each, options in counting))
    causes = {f"charter.{each.decision.id}": each.has(*options) for each, options in choices}
    return Found((*registration.read(), *reads), {"choices": told}, idle=idle(causes))


@rule("X95")
def rewarded_and_not_known(dossier: Dossier, as_of: date) -> Found | None:
    """Nobody keeps a name, and the charter gives badges or levels to those who earn them."""
    # Without accounts, X82 says it of all that would follow a member.
    if dossier.choice("registration").has("no_account"):
        return None
    return together(dossier, "identity:anonymous", "recognition:thanks_and_badges,trust_levels")
