"""The app of deliverables."""

from django.apps import AppConfig


class DeliverablesConfig(AppConfig):
    name = "deliverables"

    def ready(self) -> None:
        """Register what organisations ask of the app that reads dossiers."""
        from deliverables import checks  # noqa: F401 – models are loaded by now
        from deliverables.demonstrating import open_for
        from deliverables.files import forget
        from organisations import starting

        starting.demonstrations.append(open_for)
        starting.deletions.append(forget)
