"""Documents whose making is cut short: never in preparation for ever, never made twice at once."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from django_tasks_db.models import DBTaskResult

from deliverables import child, claims, making
from deliverables.models import Export, Failure, Progress
from deliverables.paper import production
from tests.factories import make_export

PDF = b"%PDF-1.7 invented"
HOLD = "import fcntl,sys;f=open(sys.argv[1],'a');fcntl.lockf(f,2);print('held',flush=True);input()"


@pytest.fixture(autouse=True)
def apart(settings, tmp_path, monkeypatch):
    settings.EXPORTS_DIR = tmp_path / "exports"
    monkeypatch.setattr(making, "PAUSE", 0)


@pytest.fixture
def drafts(monkeypatch):
    """Documents made without a render; the paths of their drafts."""
    seen = []

    def produce(_snapshot, _language, path):
        seen.append(path)
        path.write_bytes(PDF)
        return production.Production(pages=3, size=len(PDF), missing=())

    monkeypatch.setattr(production, "produce", produce)
    return seen


class LockedAtTheEnd:
    """A database that refuses to write how an export ended, that many times."""

    def __init__(self, times):
        self.times = times

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith("UPDATE") and "finished_at" in sql and self.times:
            self.times -= 1
            raise OperationalError("database is locked")
        return execute(sql, params, many, context)


class Troubled:
    """A database that fails this way when a statement begins so, that many times."""

    def __init__(self, words, error, times=1):
        self.words, self.error, self.times = words, error, times

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith(self.words) and self.times:
            self.times -= 1
            raise OperationalError(self.error)
        return execute(sql, params, many, context)


def work(export):
    with scope(organisation=export.organisation):
        making.make(export)
    return reread(export)


def reread(export):
    with scopes_disabled():
        return Export.objects.get(pk=export.pk)


def running(organisation, *, since):
    return make_export(organisation, state=Progress.RUNNING, started_at=timezone.now() - since)


def long_ago():
    return timedelta(seconds=child.WALL_SECONDS + 180)


@pytest.mark.django_db(transaction=True)
def test_database_locked_at_the_end_is_waited_for(organisation, drafts):
    export = make_export(organisation)

    with connection.execute_wrapper(LockedAtTheEnd(3)):
        made = work(export)

    assert (made.state, made.file.read_bytes()) == (Progress.DONE, PDF)


@pytest.mark.django_db(transaction=True)
def test_database_locked_for_too_long_is_a_failure_that_is_told(organisation, drafts, monkeypatch):
    monkeypatch.setattr(making, "PATIENCE", -1)
    export = make_export(organisation)

    with connection.execute_wrapper(LockedAtTheEnd(1)), pytest.raises(OperationalError):
        work(export)

    assert (reread(export).state, reread(export).failure) == (Progress.FAILED, Failure.UNEXPECTED)


def test_folder_that_cannot_be_made_is_a_failure_that_is_told(organisation, settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.EXPORTS_DIR = tmp_path / "file" / "exports"

    made = work(make_export(organisation))

    assert (made.state, made.failure) == (Progress.FAILED, Failure.UNEXPECTED)


def test_export_that_nobody_makes_any_more_can_be_retried(organisation, owner_client):
    export = running(organisation, since=long_ago())
    retry = reverse("retry_document", args=[organisation.pk, export.pk])

    page = owner_client.get(export.get_absolute_url()).content.decode()
    owner_client.post(retry)

    assert (retry in page, "hx-trigger" in page) == (True, False)
    assert reread(export).state == Progress.PENDING


def test_export_that_somebody_makes_is_not_retried(organisation, owner_client):
    export = running(organisation, since=timedelta(seconds=5))

    owner_client.post(reverse("retry_document", args=[organisation.pk, export.pk]))

    assert reread(export).state == Progress.RUNNING


def test_attempts_share_no_draft_and_leave_none(organisation, drafts, settings):
    export = make_export(organisation)
    work(export)
    with scopes_disabled():
        Export.objects.update(state=Progress.PENDING)

    work(export)

    left = [path for path in settings.EXPORTS_DIR.iterdir() if path.is_file()]
    assert (len(set(drafts)), left) == (2, [])


def test_attempt_that_was_given_up_writes_nothing(organisation, monkeypatch):
    later = timezone.now() + timedelta(minutes=1)

    def produce(_snapshot, _language, path):
        path.write_bytes(PDF)
        Export.objects.update(started_at=later)  # another worker has begun it again
        return production.Production(pages=3, size=len(PDF), missing=())

    monkeypatch.setattr(production, "produce", produce)

    made = work(make_export(organisation))

    assert (made.state, made.started_at) == (Progress.RUNNING, later)


def test_worker_leaves_alone_what_another_one_makes(organisation, settings):
    export = running(organisation, since=timedelta(seconds=5))
    draft = claims.draft_of(export)
    settings.EXPORTS_DIR.mkdir()
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, f"{draft}.lock"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    other.stdout.readline()
    making.resume()
    during = reread(export).state

    other.communicate("\n")
    making.resume()

    assert (during, reread(export).state) == (Progress.RUNNING, Progress.PENDING)
    assert list(settings.EXPORTS_DIR.iterdir()) == []


@pytest.mark.parametrize(
    ("since", "state"),
    [(timedelta(seconds=5), Progress.RUNNING), (long_ago(), Progress.PENDING)],
)
def test_worker_elsewhere_is_trusted_for_as_long_as_a_render_takes(organisation, since, state):
    export = running(organisation, since=since)

    making.resume()

    assert reread(export).state == state


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite locks the whole database")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("words", ["BEGIN EXCLUSIVE", "DELETE"])
def test_worker_waits_for_a_database_that_stays_locked(words, caplog):
    DBTaskResult.objects.create(args_kwargs={}, status="SUCCESSFUL", run_after=timezone.now())

    with connection.execute_wrapper(Troubled(words, "database is locked", times=2)):
        call_command("work", batch=True)

    told = [each for each in caplog.records if each.name.endswith(".work")]
    assert [(each.levelname, each.getMessage(), each.exc_info) for each in told] == [
        ("WARNING", "The database stays locked: trying again.", None)
    ] * 2


@pytest.mark.skipif(connection.vendor != "sqlite", reason="as above")
@pytest.mark.django_db(transaction=True)
def test_worker_says_any_other_trouble_of_the_database():
    with (
        connection.execute_wrapper(Troubled("BEGIN EXCLUSIVE", "disk I/O error")),
        pytest.raises(OperationalError, match="disk I/O error"),
    ):
        call_command("work", batch=True)
