"""`manage.py work`: makes the documents that are asked for and sends notices, one at a time."""

import logging
import os
import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import is_locked_database_exception

from deliverables import files, making
from deliverables.paper import production
from organisations import tasks

# Pages come before documents.
POLITENESS = 10

log = logging.getLogger(__name__)


class Worker(db_worker.Worker):
    """A worker that forgets its tasks: an export keeps what became of it, a notice is sent."""

    def run_task(self, db_task_result: "DBTaskResult[..., Any]") -> None:
        """Run the task, then forget it, and every other one that is done."""
        super().run_task(db_task_result)
        _forget_done()


class Command(BaseCommand):
    help = "Compose les documents demandés et envoie les avis, l’un après l’autre."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to stop when nothing is left, and how often to look."""
        parser.add_argument("--batch", action="store_true", help="s’arrête quand tout est fait")
        parser.add_argument(
            "--interval",
            type=float,
            default=0.3,
            metavar="SECONDES",
            help="attente entre deux tours",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load what renders need, take up what was left, then work."""
        os.nice(0 if options["batch"] else POLITENESS)
        production.warm()
        _once_unlocked(_take_up)
        worker = Worker(
            queue_names=["default"],
            interval=options["interval"],
            batch=options["batch"],
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        worker.configure_signals()
        _once_unlocked(worker.run)


def _take_up() -> None:
    """Forget what a worker before did, and queue again what it left."""
    _forget_done()
    files.sweep()
    making.resume()
    tasks.resume()


def _forget_done() -> None:
    DBTaskResult.objects.finished().delete()


def _once_unlocked(work: Callable[[], None]) -> None:
    """Do this, and begin again, with a line in the log, each time the database stays locked."""
    while True:
        try:
            return work()
        except OperationalError as error:
            if not is_locked_database_exception(error):
                raise
            log.warning("The database stays locked: trying again.")
        close_old_connections()
        time.sleep(making.PAUSE)
