"""`manage.py work`: makes the documents that are asked for, one at a time."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from deliverables import files, making, production

# Pages come before documents.
POLITENESS = 10


class Command(BaseCommand):
    help = "Compose les documents demandés, l’un après l’autre."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to stop when nothing is left, and how often to look."""
        parser.add_argument("--batch", action="store_true", help="s’arrête quand tout est fait")
        parser.add_argument("--interval", type=float, default=0.3, metavar="SECONDES")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load what renders need, take up what was left, then work."""
        os.nice(0 if options["batch"] else POLITENESS)
        production.warm()
        DBTaskResult.objects.finished().delete()
        files.sweep()
        making.resume()
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
        worker.run()
