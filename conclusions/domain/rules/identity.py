"""Who members are to each other, and to the organisation: decisions 2, 3 and 6."""

from datetime import date

from conclusions.domain.dossier import Dossier
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule
from conclusions.domain.rules.membership import RISKY, together


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
