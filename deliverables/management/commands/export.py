"""`manage.py export ORGANISATION --lang fr --output FILE`: the strategy document as a PDF."""

import errno
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from deliverables import actions
from deliverables.child import ChildError, LimitReachedError
from deliverables.dossier.file_errors import not_written
from deliverables.models import Failure
from deliverables.paper import production
from deliverables.paper.proof import TextLostError
from organisations.named import organisation_named
from strategy.domain.loading import LANGUAGES


class Command(BaseCommand):
    help = "Écrit le document de stratégie d’une organisation dans un fichier PDF."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which organisation, in which language, and where to."""
        parser.add_argument("organisation", help="identifiant (uuid) ou nom exact")
        parser.add_argument("--member", default="", help="parmi celles de cette adresse")
        parser.add_argument("--lang", choices=LANGUAGES, help="langue du document")
        parser.add_argument(
            "--output", required=True, type=Path, metavar="FICHIER", help="fichier à écrire"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the document beside the file, then put it in its place."""
        organisation = organisation_named(options["organisation"], member=options["member"])
        output: Path = options["output"]
        draft = _draft_of(output)
        try:
            snapshot = actions.snapshot_of(organisation)
            made = production.produce(snapshot, options["lang"] or organisation.language, draft)
            draft.replace(output)
        except (LimitReachedError, TextLostError, ChildError, OSError) as error:
            raise CommandError(_why(error, output)) from error
        finally:
            draft.unlink(missing_ok=True)
        told = {"path": output, "pages": made.pages}
        self.stdout.write(_("%(path)s : %(pages)s pages") % told)
        if made.missing:
            codes = ", ".join(made.missing)
            self.stdout.write(_("Imprimés par leur code : %(codes)s") % {"codes": codes})


def _draft_of(output: Path) -> Path:
    """A file beside the one asked for; CommandError, before any work, where none can be."""
    draft = output.with_name(f".{output.name}.draft")
    try:
        if output.is_dir():
            raise IsADirectoryError(errno.EISDIR, output.name)
        draft.touch()
    except OSError as error:
        raise CommandError(not_written(output, error)) from None
    return draft


def _why(error: Exception, output: Path) -> str:
    if isinstance(error, OSError):
        return not_written(output, error)
    return f"{_failure(error).label} ({error})"


def _failure(error: Exception) -> Failure:
    if isinstance(error, LimitReachedError):
        return Failure.TOO_LARGE
    return Failure.TEXT_LOST if isinstance(error, TextLostError) else Failure.UNEXPECTED
