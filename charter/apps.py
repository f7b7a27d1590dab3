"""The app of the charter: checked at start, and known to the earlier apps."""

from django.apps import AppConfig


class CharterConfig(AppConfig):
    name = "charter"

    def ready(self) -> None:
        """Register what organisations and the questionnaire ask of the app that decides."""
        from charter import checks, reporting, standing  # noqa: F401 – models are loaded by now

        standing.register()
        reporting.register()
