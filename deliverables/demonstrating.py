"""The demonstration: an account that anybody may use, and three dossiers to look at."""

from pathlib import Path

from allauth.account.models import EmailAddress
from django.db import transaction

from deliverables.dossier.decoding import decode
from deliverables.dossier.loading import load
from organisations.language import page_language
from organisations.models import Organisation, Role, User

EMAIL = "demo@cap27.example"
PASSWORD = "cap27-demo"  # noqa: S105 - printed at each start, only ever on a demonstration
# Finished in French, the same in English, half-way in French.
FILES = tuple(
    Path(__file__).parent / "demonstration" / name
    for name in ("altivane-fr.json", "altivane-en.json", "sauvelande-fr.json")
)


@transaction.atomic
def prepare() -> list[Organisation]:
    """Make the account and load what it lacks; the organisations just loaded."""
    account = _account()
    loaded = []
    for file in FILES:
        dossier = decode(file.read_bytes())
        name = dossier["organisation"]["name"]
        if not account.memberships.filter(organisation__name=name).exists():
            loaded.append(load(dossier, owner=account))
    return loaded


@transaction.atomic
def open_for(user: User) -> Organisation:
    """The person's own copy of the finished demonstration, in the language they read.

    The same one each time, as long as it keeps its name.
    """
    User.objects.select_for_update().get(pk=user.pk)  # pressed twice at once, loaded once
    dossier = decode(FILES[page_language() == "en"].read_bytes())
    name = dossier["organisation"]["name"]
    owned = Organisation.objects.filter(memberships__user=user, memberships__role=Role.OWNER)
    copy = owned.filter(name=name).first()
    return copy or load(dossier, owner=user)


def _account() -> User:
    known = User.objects.filter(email=EMAIL).first()
    if known:
        return known
    account = User.objects.create_user(EMAIL, PASSWORD, name="Camille Démo")
    EmailAddress.objects.create(user=account, email=EMAIL, verified=True, primary=True)
    return account
