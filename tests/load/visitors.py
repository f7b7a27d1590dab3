"""Sixteen editors of the full demonstration, each with a session: printed as JSON."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django_scopes import scope  # noqa: E402

from organisations.models import Membership, Organisation, Role, User  # noqa: E402
from strategy.domain.loading import questionnaire  # noqa: E402
from strategy.domain.questionnaire import Kind, Question  # noqa: E402
from strategy.models import Answer  # noqa: E402

VISITORS = 16
TEXTS = {Kind.TEXT, Kind.LONG}


def main() -> dict[str, Any]:
    """The sessions, the organisation they belong to, the questions of which each takes one."""
    organisation = fullest()
    sessions = [session_of(visitor(number, organisation)) for number in range(VISITORS)]
    asked = [[question.id, *places_to_type(question)] for question in questionnaire("fr").questions]
    typed = [each[:2] for each in asked if len(each) > 1]
    spare = [
        [question, place]
        for question, first, *others in (each for each in asked if len(each) > 1)
        for place in others
        if part_of(place) != part_of(first)
    ]
    return {
        "sessions": sessions,
        "organisation": str(organisation.pk),
        "questions": typed,
        "spare": spare,
    }


def part_of(place: str) -> list[str]:
    """The header or the table that an input belongs to, which is saved by itself."""
    return place.split("-")[:2] if place.startswith("rows") else ["header"]


def places_to_type(question: Question) -> Iterator[str]:
    """Patterns of the names of inputs that take any text, in the quick form."""
    for field in question.fields:
        if field.quick and field.kind in TEXTS:
            yield f"header-{field.id}"
    for table in question.tables:
        for column in table.columns:
            if column.quick and column.kind in TEXTS:
                yield rf"rows-{table.id}-\w+-{column.id}"


def fullest() -> Organisation:
    """The organisation that says most: the full demonstration."""
    counts = {}
    for organisation in Organisation.objects.all():
        with scope(organisation=organisation):
            counts[organisation] = Answer.objects.count()
    return max(counts, key=lambda organisation: counts[organisation])


def visitor(number: int, organisation: Organisation) -> User:
    """An editor of the organisation."""
    user = User.objects.create_user(f"visitor{number}@example.org", name=f"Visiteur {number}")
    Membership.objects.create(organisation=organisation, user=user, role=Role.EDITOR)
    return user


def session_of(user: User) -> str:
    """The key of a session in which this person is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key or ""


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
