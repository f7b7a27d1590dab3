"""The rules, by theme; importing this package registers them all."""

from conclusions.domain.rules import (
    audiences,
    conduct,
    hosting,
    identity,
    indicators,
    living,
    means,
    membership,
    opening,
    places,
    readings,
    reply_times,
    tools,
    voices,
)

__all__ = [
    "audiences",
    "conduct",
    "hosting",
    "identity",
    "indicators",
    "living",
    "means",
    "membership",
    "opening",
    "places",
    "readings",
    "reply_times",
    "tools",
    "voices",
]
