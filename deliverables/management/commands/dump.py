"""`manage.py dump ORGANISATION --output FILE`: everything an organisation said, as a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from deliverables.dossier.dumping import encode, snapshot
from deliverables.dossier.file_errors import not_written
from organisations.named import organisation_named


class Command(BaseCommand):
    help = "Écrit le dossier d’une organisation dans un fichier JSON (voir docs/dossier.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which organisation, and where to."""
        parser.add_argument("organisation", help="identifiant (uuid) ou nom exact")
        parser.add_argument(
            "--output", required=True, type=Path, metavar="FICHIER", help="fichier à écrire"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file."""
        content = encode(snapshot(organisation_named(options["organisation"])))
        try:
            options["output"].write_bytes(content)
        except OSError as error:
            raise CommandError(not_written(options["output"], error)) from None
        self.stdout.write(str(options["output"]))
