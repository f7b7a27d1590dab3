"""`manage.py load FILE`: a new organisation out of a dossier file, all of it or nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deliverables.dossier.checking import doubts_of
from deliverables.dossier.decoding import BYTES, UnreadableError, decode
from deliverables.dossier.file_errors import not_read
from deliverables.dossier.loading import load
from organisations.models import User
from strategy.domain.values import Mistake


class Command(BaseCommand):
    help = "Fait une nouvelle organisation d’un dossier JSON (voir docs/dossier.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which file, and whose organisation it becomes."""
        parser.add_argument("file", type=Path, metavar="fichier", help="dossier à lire")
        parser.add_argument("--owner", metavar="ADRESSE", help="compte existant, responsable")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load the file and print the organisation's id; every mistake otherwise."""
        try:
            dossier = decode(_content(options["file"]))
            organisation = load(dossier, owner=_owner(options["owner"]))
        except UnreadableError as error:
            raise CommandError(_refused(error.mistakes)) from None
        for doubt in doubts_of(dossier):
            self.stderr.write(doubt.told(_))
        self.stdout.write(str(organisation.pk))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(BYTES + 1)
    except OSError as error:
        raise CommandError(not_read(file, error)) from None


def _owner(email: str | None) -> User | None:
    if email is None:
        return None
    found = User.objects.filter(email=email.lower()).first()
    if found is None:
        raise CommandError(_("Aucun compte n’a l’adresse %s.") % email)
    return found


def _refused(mistakes: tuple[Mistake, ...]) -> str:
    count = len(mistakes)
    title = ngettext(
        "Rien n’a été chargé : %(count)d erreur.", "Rien n’a été chargé : %(count)d erreurs.", count
    ) % {"count": count}
    return "\n".join([title, *(f"- {each.told(_)}" for each in mistakes)])
