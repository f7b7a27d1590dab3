"""The app of what follows: checked at start, and known to the earlier apps."""

from django.apps import AppConfig


class ConclusionsConfig(AppConfig):
    name = "conclusions"

    def ready(self) -> None:
        """Register what this app foresees and remarks, whom it names, when it was last saved."""
        from conclusions import checks, foreseeing, glancing, remarking  # noqa: F401 – models are loaded by now

        foreseeing.register()
        remarking.register()
        glancing.register()
