"""The app of what follows: checked at start, and known to the earlier apps."""

from django.apps import AppConfig


class ConclusionsConfig(AppConfig):
    name = "conclusions"

    def ready(self) -> None:
        """Register what pages say of contradictions, whom exceptions name and their last save."""
        from conclusions import checks, remarking  # noqa: F401 – models are loaded by now

        remarking.register()
