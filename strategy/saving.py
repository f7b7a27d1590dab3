"""The one way an answer or a choice is saved: merged, written under its version, remembered.

"Saved" is said only of what this module returned: value and revision stand in one committed
transaction. What loses a clash is kept too, as a refused revision.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import BadRequest
from django.db import IntegrityError, transaction
from django.db.models import Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from organisations.identifiers import new_id
from organisations.models import User
from strategy.domain import limits, merging
from strategy.domain.flat import Flat
from strategy.models import Record, Revision

TRIES = 3
WHOLE_EVERY = 50

# From the paths as they stand to the paths to write; None empties a path.
Edit = Callable[[Flat], Flat]


class NotSavedError(Exception):
    """Nothing was written; `replies.why_not` says why."""


class TooLargeError(NotSavedError):
    """A table, the answer or the dossier would pass a stated limit."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class OvertakenError(NotSavedError):
    """Somebody else wrote between our reading and our writing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page sends with every save: where it stood, and who asks."""

    author: User
    version: int
    # Who comes from no page is a tab of its own: two of them may clash.
    tab: str = field(default_factory=new_id)
    save_id: uuid.UUID = field(default_factory=uuid.uuid4)
    kind: str = Revision.Kind.SAVED


@dataclass(slots=True)
class Outcome:
    """What the server now holds, what it took from others, and what it could not keep."""

    version: int
    saved_at: datetime
    state: str = ""
    paths: Flat = field(default_factory=dict)
    theirs: Flat = field(default_factory=dict)
    clashes: list[merging.Clash] = field(default_factory=list)
    other: Revision | None = None
    # True when the other text was written by the same person, in another tab.
    own: bool = False

    @property
    def row_is_gone(self) -> bool:
        """True when everything that clashes was typed in rows that were removed meanwhile."""
        gone = (merging.is_of_gone_row(self.paths, clash.path) for clash in self.clashes)
        return bool(self.clashes) and all(gone)


def save(record: Record, *, edit: Edit, asked: Asked) -> Outcome:
    """Write an edit to a record, as read a moment ago or blank, whoever else writes meanwhile.

    Raises TooLargeError beyond a limit, OvertakenError after three tries (the page then says
    that it is not saved), and what the record itself does not admit. A `save_id` seen before
    changes nothing and is acknowledged; one that another record has seen is BadRequest.
    """
    current = record
    for attempt in range(TRIES):
        try:
            with transaction.atomic():
                if attempt:
                    # Overtaken once is enough: the row is ours until we have written.
                    current = _records(record).select_for_update(of=("self",)).get(pk=record.pk)
                return _Attempt(current, edit, asked).outcome()
        except IntegrityError:
            return _replayed(current, asked)
        except OvertakenError:
            continue
    raise OvertakenError(str(record))


def _records(record: Record) -> Any:
    return type(record).objects


def _replayed(record: Record, asked: Asked) -> Outcome:
    done = record.revisions.filter(save_id=asked.save_id).first()
    if done is None:
        raise BadRequest(_("Cet enregistrement est mal formé : rechargez la page."))
    return Outcome(done.version, done.saved_at, state=record.state, paths=record.paths)


class _Attempt:
    """One try, inside one transaction."""

    def __init__(self, record: Record, edit: Edit, asked: Asked) -> None:
        self.records = _records(record)
        self.asked = asked
        self.now = timezone.now()
        self.record = record
        self.before = record.paths
        self.others: list[Revision] = []
        self.base = self._changed_since()
        self.merge = merging.merge(self.before, edit(self.before), self.base)

    def _changed_since(self) -> Flat:
        seen = self.asked.version
        if seen == self.record.version:
            return {}
        # A page ahead of what is stored (a backup came back) has seen none of it for sure.
        since = self.record.revisions.filter(version__gt=seen if seen < self.record.version else 0)
        since = since.exclude(kind=Revision.Kind.REFUSED).select_related("author")
        self.others = list(since.order_by("version"))
        return merging.changed_since(
            ((each.tab, each.changes) for each in self.others), self.asked.tab
        )

    def outcome(self) -> Outcome:
        if self.record.version == 0 and (self.merge.changes or self.merge.clashes):
            self.records.bulk_create([self.record], ignore_conflicts=True)
        if self.merge.clashes:
            self._remember_refused()
        if not self.merge.changes:
            return self._told(self.record.version, self.record.saved_at, self.before)
        after = merging.apply(self.before, self.merge.changes)
        follows = self.record.settled(after, self.merge.changes)
        for path, value in follows.items():
            self.merge.changes[path] = [self.before.get(path), value]
        after = merging.apply(self.before, self.merge.changes)
        self.record.admit(self.before, after)
        self._write(after)
        self.record.keep_beside(self.before, after)
        version = self.record.version + 1
        whole = after if version % WHOLE_EVERY == 0 else None
        self._remember(version, self.asked.kind, self.merge.changes, whole=whole)
        return self._told(version, self.now, after)

    def _told(self, version: int, saved_at: datetime, paths: Flat) -> Outcome:
        other = self._other()
        return Outcome(
            version,
            saved_at,
            state=paths.get("state", ""),
            paths=paths,
            theirs=self.merge.theirs,
            clashes=merging.typed(self.merge.clashes, self.base),
            other=other,
            own=other is not None and other.author_id == self.asked.author.pk,
        )

    def _other(self) -> Revision | None:
        """Whose text clashes: the newest revision of a path that does, or the newest of all."""
        clashing = {clash.path for clash in self.merge.clashes}
        newest_first = self.others[::-1] if clashing else []
        about = (each for each in newest_first if self._touches(each, clashing))
        return next(about, next(iter(newest_first), None))

    @staticmethod
    def _touches(revision: Revision, clashing: set[str]) -> bool:
        removed = (merging.removes_row(revision.changes, path) for path in clashing)
        return bool(clashing & set(revision.changes)) or any(removed)

    def _write(self, after: Flat) -> None:
        columns = self.record.columns(after)
        if columns["size"] > max(limits.ANSWER, self.record.size):
            raise TooLargeError("answer")
        written = self._with_room(columns).update(
            **columns,
            version=self.record.version + 1,
            tab=self.asked.tab,
            author=self.asked.author,
            saved_at=self.now,
        )
        if not written:
            overtaken = not self.records.filter(
                pk=self.record.pk, version=self.record.version
            ).exists()
            raise OvertakenError if overtaken else TooLargeError("dossier")

    def _with_room(self, columns: dict[str, Any]) -> Any:
        """The row to write, as long as its version stands and the dossier has room for it."""
        row = self.records.filter(pk=self.record.pk, version=self.record.version)
        for name, limit in (("size", limits.DOSSIER), ("cells", limits.CELLS)):
            growth = columns[name] - getattr(self.record, name)
            if growth > 0:
                row = row.alias(**{f"all_{name}": self._sum(name)})
                row = row.filter(**{f"all_{name}__lte": limit - growth})
        return row

    def _sum(self, name: str) -> Any:
        """The sum of a column over the whole dossier: answers, and decisions."""
        kinds = Record.__subclasses__()
        return sum(Coalesce(Subquery(self._total(kind, name)), 0) for kind in kinds)

    def _total(self, kind: Any, name: str) -> Any:
        records = kind.objects.filter(strategy_id=self.record.strategy_id).order_by()
        return records.values("strategy").annotate(total=Sum(name)).values("total")

    def _remember_refused(self) -> None:
        refused = {clash.path: [clash.theirs, clash.mine] for clash in self.merge.clashes}
        refused_id = uuid.uuid5(self.asked.save_id, "refused")
        known = self.record.revisions.filter(save_id=refused_id).exists()
        if not known:
            self._remember(self.record.version, Revision.Kind.REFUSED, refused, save_id=refused_id)

    def _remember(
        self,
        version: int,
        kind: str,
        changes: merging.Changes,
        *,
        whole: Flat | None = None,
        save_id: uuid.UUID | None = None,
    ) -> None:
        self.record.revisions.create(
            save_id=save_id or self.asked.save_id,
            version=version,
            kind=kind,
            changes=changes,
            whole=whole,
            author=self.asked.author,
            tab=self.asked.tab,
            saved_at=self.now,
        )


def paths_at(record: Record, version: int) -> Flat:
    """The paths of a record as they stood at a version, rebuilt from its revisions."""
    kept = record.revisions.exclude(kind=Revision.Kind.REFUSED).filter(version__lte=version)
    whole = kept.filter(whole__isnull=False).order_by("-version").first()
    paths: Flat = dict(whole.whole) if whole else {}
    after = kept.filter(version__gt=whole.version if whole else 0).order_by("version")
    for revision in after:
        paths = merging.apply(paths, revision.changes)
    return paths


def restore(record: Record, version: int, asked: Asked) -> Outcome:
    """Write the state of an earlier version as a new one, so that it can be undone."""
    wanted = paths_at(record, version)

    def back(current: Flat) -> Flat:
        changes = merging.changes_between(current, wanted)
        return {path: after for path, (_before, after) in changes.items()}

    return save(record, edit=back, asked=asked)
