"""`manage.py demo`: the demonstration account and its organisations, as often as one likes."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from deliverables import demonstrating


class Command(BaseCommand):
    help = "Prépare la démonstration ; ne change rien à ce qui est déjà là."

    def add_arguments(self, parser: CommandParser) -> None:
        """In which language the sign-in is told."""
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument(
            "--lang", choices=languages, default="fr", help="langue de ce qui est affiché"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load what is missing and print the sign-in; refuse outside a demonstration."""
        if not settings.DEMONSTRATION:
            raise CommandError(_("Ce compte est public : DEMONSTRATION=true est nécessaire."))
        for organisation in demonstrating.prepare():
            self.stdout.write(f"{organisation.pk} {organisation.name}")
        about = {"email": demonstrating.EMAIL, "password": demonstrating.PASSWORD}
        with translation.override(options["lang"]):
            self.stdout.write(_("Connexion : %(email)s, mot de passe %(password)s") % about)
