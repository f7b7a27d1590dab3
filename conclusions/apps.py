"""The app of what follows: checked at start, and known to the earlier apps."""

from django.apps import AppConfig


class ConclusionsConfig(AppConfig):
    name = "conclusions"

    def ready(self) -> None:
        """Register what the pages of questions and decisions say of contradictions."""
        from conclusions import checks, remarking  # noqa: F401 – models are loaded by now

        remarking.register()
