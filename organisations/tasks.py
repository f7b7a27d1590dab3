"""What the worker is asked to do: send what nobody waits for."""

from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from organisations import letters


@task()
def post(to: str, template: str, content: dict[str, str]) -> None:
    """Send one message that is written already; one that cannot leave is in the log."""
    letters.left(template, letters.addressed(to, **content))


def resume() -> None:
    """Queue again what a worker was sending when it stopped: twice is better than never."""
    begun = DBTaskResult.objects.running().filter(task_path=post.module_path)
    begun.update(status=TaskResultStatus.READY)
