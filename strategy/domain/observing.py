"""What a person should know of how long they have observed: said, never refused."""

from datetime import date, timedelta

# The page before the questions says since when.
SINCE = "header/observed_since"
TWO_WEEKS = timedelta(days=14)
YOUNG, AHEAD = "young", "ahead"


def doubt(since: str | None, today: date) -> str:
    """`ahead` for a date that is still to come, `young` under two weeks, else nothing.

    `since` is an ISO date, or None when nobody said. Two weeks are the least that question 10
    asks of monitoring.
    """
    if not since:
        return ""
    begun = date.fromisoformat(since)
    if begun > today:
        return AHEAD
    return YOUNG if begun > today - TWO_WEEKS else ""
