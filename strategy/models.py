"""What is answered: one row per question, and every change ever made to it."""

import uuid
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from organisations.models import Organisation
from strategy.domain import flat, merging, priority, settling
from strategy.domain.loading import STRUCTURE, questionnaire


class Confidence(models.TextChoices):
    """How a person knows what the answer says."""

    OBSERVED = "observed", _("Observé")
    ESTIMATED = "estimated", _("Estimé")
    ASSUMED = "assumed", _("Supposé")


class State(models.TextChoices):
    """How far an answer is."""

    EMPTY = "empty", _("Vide")
    DRAFT = "draft", _("Brouillon")
    DONE = "done", _("Terminé")
    NOT_APPLICABLE = "not_applicable", _("Sans objet")


class Strategy(models.Model):
    """One organisation's strategy: what its answers and its decisions hang from."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, primary_key=True, related_name="strategy"
    )

    objects: ClassVar[Any] = ScopedManager(organisation="organisation")

    def __str__(self) -> str:
        return str(self.organisation)


class Record(models.Model):
    """One thing said: a value, how far and how sure it is, whose it is, and its version.

    Everything but author, time, tab and size is versioned together.
    """

    KEY: ClassVar[str]
    revisions: Any
    SHEET: ClassVar[tuple[str, ...]] = ("state", "reason", "confidence", "owner", "note")

    # Made of the strategy and the key (see `id_of`), so that a first save need not look it up.
    id = models.UUIDField(primary_key=True, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="%(class)ss")
    value = models.JSONField(default=dict)
    state = models.CharField(max_length=20, default=State.EMPTY)
    reason = models.TextField(blank=True)
    confidence = models.CharField(max_length=10, choices=Confidence.choices, blank=True)
    # The key of a line of the organisation's list of people.
    owner = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    size = models.PositiveIntegerField(default=0)
    cells = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    tab = models.CharField(max_length=40, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(default=timezone.now)

    # Each concrete record has its own, scoped to its organisation.
    objects: ClassVar[Any]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{getattr(self, self.KEY)} v{self.version}"

    @staticmethod
    def id_of(strategy_id: uuid.UUID, key: str) -> uuid.UUID:
        """The id of the record of one question or decision in one strategy."""
        return uuid.uuid5(strategy_id, key)

    @classmethod
    def blank(cls, strategy_id: uuid.UUID, key: str) -> Self:
        """The record before anything is said, at version 0, not yet in the database."""
        record_id = cls.id_of(strategy_id, key)
        return cls(id=record_id, strategy_id=strategy_id, **{cls.KEY: key})

    @classmethod
    def kept(cls, strategy_id: uuid.UUID, key: str, *, version: int = 1) -> Self:
        """The stored record, or a blank one; at version 0 the blank one, without a look-up."""
        blank = cls.blank(strategy_id, key)
        if version == 0:
            return blank
        found: Self | None = cls.objects.filter(pk=blank.pk).first()
        return found or blank

    def settled(self, paths: flat.Flat, changes: merging.Changes) -> flat.Flat:
        """What else changes when these changes are made: the state that follows from them."""
        raise NotImplementedError

    def admit(self, before: flat.Flat, after: flat.Flat) -> None:
        """Refuse, by raising what says why, what may not be written whoever writes it."""

    def keep_beside(self, before: flat.Flat, after: flat.Flat) -> None:
        """Keep what else the database holds of this record, in the transaction that writes it."""

    @property
    def paths(self) -> flat.Flat:
        """Everything versioned, as one dictionary from path to value."""
        sheet = {name: getattr(self, name) for name in self.SHEET if getattr(self, name)}
        if sheet.get("state") == State.EMPTY:
            del sheet["state"]
        return sheet | flat.flatten(self.value)

    @staticmethod
    def columns(paths: flat.Flat) -> dict[str, Any]:
        """The columns of the row that these paths are kept in, size and cells included."""
        sheet = {name: paths.get(name, "") for name in Record.SHEET}
        value = flat.unflatten(paths)
        return sheet | {
            "value": value,
            "state": sheet["state"] or State.EMPTY,
            "size": flat.size(paths),
            "cells": flat.cells(value),
        }


class Answer(Record):
    """What an organisation answers to one question."""

    KEY = "question"

    question = models.CharField(max_length=40)

    objects: ClassVar[Any] = ScopedManager(organisation="strategy__organisation")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["strategy", "question"], name="one_answer_per_question")
        ]
        indexes = [models.Index(fields=["strategy", "-saved_at"])]

    def settled(self, paths: flat.Flat, changes: merging.Changes) -> flat.Flat:
        """Something said makes a draft, as something said twice does; nothing left, empty."""
        return settling.settled(questionnaire(STRUCTURE).by_id[self.question], paths, changes)

    def admit(self, before: flat.Flat, after: flat.Flat) -> None:
        """Question 25 has one first objective; raises priority.SecondFirstError."""
        if self.question == priority.QUESTION:
            priority.refuse_second(before, after)

    def keep_beside(self, before: flat.Flat, after: flat.Flat) -> None:
        """The priority objective, while there is exactly one."""
        if self.question != priority.QUESTION:
            return
        found = priority.priority(after)
        if found != priority.priority(before):
            Priority.follow(self.strategy_id, found)


class Priority(models.Model):
    """The one objective that decides; a strategy without a row has none, or several."""

    strategy = models.OneToOneField(Strategy, on_delete=models.CASCADE, primary_key=True)
    # The row of question 25, and the option that it names.
    row = models.CharField(max_length=12)
    objective = models.CharField(max_length=40)

    objects: ClassVar[Any] = ScopedManager(organisation="strategy__organisation")

    def __str__(self) -> str:
        return self.objective

    @classmethod
    def follow(cls, strategy_id: uuid.UUID, found: priority.Priority | None) -> None:
        """Hold what is found, and nothing when nothing is."""
        if found is None:
            cls.objects.filter(pk=strategy_id).delete()
            return
        held = {"row": found.row, "objective": found.objective}
        cls.objects.update_or_create(pk=strategy_id, defaults=held)


class Revision(models.Model):
    """One save, never changed afterwards; a refused one keeps the text that lost a clash."""

    class Kind(models.TextChoices):
        SAVED = "saved", _("Enregistré")
        RESTORED = "restored", _("Rétabli")
        REFUSED = "refused", _("Refusé, gardé ici")
        LOADED = "loaded", _("Chargé")

    save_id = models.UUIDField(unique=True, default=uuid.uuid4)
    # The version it made; for a refused one, the version it met.
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.SAVED)
    # {path: [before, after]}; null where nothing stands.
    changes = models.JSONField()
    # Every 50th version: all paths, so that no rebuilding reads more than 50 rows.
    whole = models.JSONField(null=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tab = models.CharField(max_length=40, blank=True)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["-version", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} v{self.version}"


class AnswerRevision(Revision):
    """One save of one answer."""

    record = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="revisions")

    objects: ClassVar[Any] = ScopedManager(organisation="record__strategy__organisation")

    class Meta(Revision.Meta):
        indexes = [models.Index(fields=["record", "version"])]
