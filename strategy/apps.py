"""The app of the questionnaire: checked at start, and known to the organisations it serves."""

from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "strategy"

    def ready(self) -> None:
        """Register what organisations ask of the app that holds the answers."""
        from strategy import checks, standing  # noqa: F401 – models are loaded by now

        standing.register()
