"""What people stand by: findings accepted, plans noted, answers said to be still true."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from organisations.append_only import AppendOnly
from strategy.models import Strategy


class Said(AppendOnly):
    """What somebody said of a strategy on a day."""

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[Any] = ScopedManager(organisation="strategy__organisation")

    class Meta:
        abstract = True
        ordering = ["-pk"]


class Acceptance(Said):
    """One finding accepted for a written reason, or that withdrawn.

    The last one of each code counts, for as long as the answers that it accepted stand.
    """

    class Kind(models.TextChoices):
        ACCEPTED = "accepted", _("Acceptée")
        WITHDRAWN = "withdrawn", _("Retirée")

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="acceptances")
    code = models.CharField(max_length=10)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ACCEPTED)
    # What the rule had read (Finding.fingerprint).
    fingerprint = models.CharField(max_length=16, blank=True)
    reason = models.TextField(blank=True)
    # A line of the organisation's list of people, and its words on that day.
    person = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=254, blank=True)
    accepted_on = models.DateField()

    class Meta(Said.Meta):
        indexes = [models.Index(fields=["strategy", "code"])]

    def __str__(self) -> str:
        return f"{self.code} {self.kind} {self.accepted_on}"

    @property
    def stands(self) -> bool:
        """True until it is withdrawn."""
        return self.kind == self.Kind.ACCEPTED


class Acknowledgement(Said):
    """Somebody took note of the plan as it followed that day.

    The last one is what the plan is compared with.
    """

    strategy = models.ForeignKey(
        Strategy, on_delete=models.CASCADE, related_name="acknowledgements"
    )
    # What was derived, by the id of the action (conclusions/domain/plan/changes.py, `noted`).
    actions = models.JSONField()
    opens_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.saved_at:%Y-%m-%d}: {len(self.actions)}"


class Reviewed(Said):
    """One answer or decision said to be still true, or a whole review closed.

    It holds for what it was said of: the last one of each subject counts, as long as the answer
    stands as it stood.
    """

    class Kind(models.TextChoices):
        QUESTION = "question", _("Question")
        DECISION = "decision", _("Décision")
        WHOLE = "whole", _("Revue close")

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="reviewed")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    # The id of the question or of the decision; nothing for a whole review.
    subject = models.CharField(max_length=40, blank=True)
    # Of the answer as it stood (domain/living.py); for a whole review, of the objective.
    fingerprint = models.CharField(max_length=16)
    # The contradictions that were known of it.
    codes = models.JSONField(default=list)

    class Meta(Said.Meta):
        indexes = [models.Index(fields=["strategy", "kind", "subject"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.saved_at:%Y-%m-%d}"
