"""The rules, by theme; importing this package registers them all."""

from conclusions.domain.rules import (
    audiences,
    conduct,
    hosting,
    identity,
    indicators,
    means,
    membership,
    opening,
    places,
    reply_times,
    roles,
    tools,
    voices,
)

__all__ = [
    "audiences",
    "conduct",
    "hosting",
    "identity",
    "indicators",
    "means",
    "membership",
    "opening",
    "places",
    "reply_times",
    "roles",
    "tools",
    "voices",
]
