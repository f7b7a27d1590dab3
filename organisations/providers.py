"""What an app asks of those that come after it, which it may not import.

The earlier one names its question beside the shape of the answer, and asks everybody, or the
last to come:

    providers: Providers[[Organisation, str], Iterable[Mention]] = Providers()

    providers.every(organisation, person)

The later one answers, from its `AppConfig.ready`:

    mentions.providers.append(where)
"""

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Told = TypeVar("Told")


class Providers(list[Callable[Asked, Told]], Generic[Asked, Told]):
    """Those who answer one question, in the order in which they came."""

    def every(self, *args: Asked.args, **kwargs: Asked.kwargs) -> list[Told]:
        """What each of them answers."""
        return [provider(*args, **kwargs) for provider in self]

    def last(self, *args: Asked.args, **kwargs: Asked.kwargs) -> Told | None:
        """What the last of them answers; None when there is nobody."""
        return self[-1](*args, **kwargs) if self else None
