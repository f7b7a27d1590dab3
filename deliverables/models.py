"""What leaves the house: one row for each document that was asked for."""

import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from deliverables.child import WALL_SECONDS
from organisations.models import Organisation, User

# Longer than any attempt takes, writing how it ended included.
ATTEMPT = timedelta(seconds=WALL_SECONDS + 120)


class Progress(models.TextChoices):
    """How far an export is."""

    PENDING = "pending", _("En attente")
    RUNNING = "running", _("En préparation")
    DONE = "done", _("Prêt")
    FAILED = "failed", _("Échoué")


class Failure(models.TextChoices):
    """Why there is no file, in a sentence."""

    TOO_LARGE = (
        "too_large",
        _("Le document est trop grand pour être composé. Raccourcissez la réponse la plus longue."),
    )
    TEXT_LOST = (
        "text_lost",
        _("Une partie du texte manquait dans le fichier : il n’a pas été gardé."),
    )
    UNEXPECTED = "unexpected", _("La composition du document a échoué. Réessayez.")


class Export(models.Model):
    """A document of one snapshot in one language: the same key never makes two files."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="exports")
    key = models.CharField(max_length=64, editable=False)
    language = models.CharField(max_length=2, choices=Organisation.LANGUAGES)
    # The dossier at the click; forgotten once the document is made.
    dossier = models.JSONField(default=dict)
    as_of = models.DateTimeField()
    state = models.CharField(max_length=10, choices=Progress.choices, default=Progress.PENDING)
    failure = models.CharField(max_length=12, choices=Failure.choices, blank=True)
    # The question or the chapter that the failure is about.
    place = models.CharField(max_length=200, blank=True)
    # Under settings.EXPORTS_DIR, named after what is in it.
    path = models.CharField(max_length=80, blank=True)
    size = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    missing = models.JSONField(default=list)
    requested_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    requested_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = ScopedManager(organisation="organisation")

    class Meta:
        ordering = ["-requested_at"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key"], name="one_export_per_key")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.language}, {self.state})"

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.organisation_id, self.pk])

    @property
    def file(self) -> Path:
        """Where the PDF is kept."""
        return Path(settings.EXPORTS_DIR) / self.path

    @property
    def is_ready(self) -> bool:
        """True when there is a file to download."""
        return self.state == Progress.DONE and self.file.is_file()

    @property
    def is_under_way(self) -> bool:
        """True while it waits or is being made."""
        return self.state in {Progress.PENDING, Progress.RUNNING} and not self.is_lost

    @property
    def is_lost(self) -> bool:
        """True when it is said to be made for longer than any attempt takes: nobody makes it."""
        begun = self.started_at
        running = self.state == Progress.RUNNING
        return running and (begun is None or begun < timezone.now() - ATTEMPT)

    @property
    def may_be_retried(self) -> bool:
        """True when it failed, or was lost on the way."""
        return self.state == Progress.FAILED or self.is_lost
