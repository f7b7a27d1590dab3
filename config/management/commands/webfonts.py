"""Write the site's fonts from the installed ones."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config import fonts


class Command(BaseCommand):
    help = "Écrit dans var/fonts les polices du site qui n’y sont pas encore."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The one choice: write them again."""
        parser.add_argument("--again", action="store_true", help="écrit aussi celles qui y sont")

    def handle(self, *, again: bool, **options: Any) -> None:
        """Write them and say how many."""
        written = fonts.write_all(settings.VAR_DIR / "fonts", again=again)
        self.stdout.write(f"Polices écrites\N{NO-BREAK SPACE}: {len(written)}.")
