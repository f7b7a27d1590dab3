"""The rules, by theme; importing this package registers them all."""

from conclusions.domain.rules import (
    audiences,
    circles,
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
    trust,
    voices,
    workload,
)

__all__ = [
    "audiences",
    "circles",
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
    "trust",
    "voices",
    "workload",
]
