"""What is decided: one row per decision, and every change ever made to it."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from charter.domain import settling
from strategy.domain.flat import Flat
from strategy.domain.merging import Changes
from strategy.models import Record, Revision


class State(models.TextChoices):
    """How far a decision is; a preset only ever proposes, a person confirms."""

    EMPTY = "empty", _("À décider")
    TO_CONFIRM = "to_confirm", _("À confirmer")
    CONFIRMED = "confirmed", _("Confirmée")


class Choice(Record):
    """What an organisation chooses for one decision of its charter."""

    KEY = "decision"

    decision = models.CharField(max_length=40)

    objects: ClassVar[Any] = ScopedManager(organisation="strategy__organisation")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["strategy", "decision"], name="one_choice_per_decision")
        ]
        indexes = [models.Index(fields=["strategy", "-saved_at"])]

    def settled(self, paths: Flat, changes: Changes) -> Flat:
        """A choice changed by hand or by a preset waits for a person to confirm it."""
        return settling.settled(paths, changes)


class ChoiceRevision(Revision):
    """One save of one choice."""

    record = models.ForeignKey(Choice, on_delete=models.CASCADE, related_name="revisions")

    objects: ClassVar[Any] = ScopedManager(organisation="record__strategy__organisation")

    class Meta(Revision.Meta):
        indexes = [models.Index(fields=["record", "version"])]
