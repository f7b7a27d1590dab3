"""Write the site's fonts from the installed ones."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config import fonts


class Command(BaseCommand):
    help = "Write the site's web fonts to var/fonts, those that are not there yet."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The one choice: write them again."""
        parser.add_argument("--again", action="store_true", help="write also those there already")

    def handle(self, *, again: bool, **options: Any) -> None:
        """Write them and say how many."""
        written = fonts.write_all(settings.VAR_DIR / "fonts", again=again)
        self.stdout.write(f"{len(written)} font(s) written.")
