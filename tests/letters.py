"""What tests of mails ask of each: that its text and its HTML say the same."""

import html
import re

from django.core.mail import EmailMultiAlternatives
from django_tasks_db.models import DBTaskResult

HTML = re.compile(r"<main>(.*)</main>\s*<footer>(.*)</footer>", re.DOTALL)
# What the HTML adds to the text: our name and the subject once more.
ADDED = re.compile(r'<p class="brand">.*?</p>|<h1>.*?</h1>|<[^>]+>', re.DOTALL)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def told_twice(message: EmailMultiAlternatives) -> str:
    """The text of a message, once its HTML is known to say the same."""
    ((page, kind),) = message.alternatives
    body, foot = HTML.search(page).groups()
    in_html = words(html.unescape(ADDED.sub(" ", f"{body} {foot}")))
    assert (kind, in_html) == ("text/html", words(message.body))
    return message.body.split("\n\n-- ")[0]


def post_all() -> None:
    """What the worker does with the notices that wait."""
    for waiting in DBTaskResult.objects.ready():
        waiting.task.call(*waiting.args_kwargs["args"])
        waiting.delete()
