"""Visitors saving: one at a time, then sixteen at once for twenty seconds, none lost."""

import statistics
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from tests.load.browsing import Visitor
from tests.load.served import Site

SECONDS = 20
ALONE = 200
OK = 200


@dataclass
class Tally:
    """What happened to the saves of one visitor."""

    took: list[float] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    last: str = ""


def alone(site: Site) -> Tally:
    """One visitor saving, again and again."""
    tally = Tally()
    visitor = _visitors(site)[0]
    visitor.open()
    for number in range(ALONE):
        _save(visitor, tally, f"Seul, {number}")
    return tally


def together(site: Site) -> list[Tally]:
    """Sixteen visitors, each in a part of an answer of their own, saving without a pause."""
    visitors = _visitors(site)
    for visitor in visitors:
        visitor.open()
    tallies = [Tally() for _visitor in visitors]
    end = time.monotonic() + SECONDS
    threads = [
        threading.Thread(target=_type_until, args=(end, visitor, tally))
        for visitor, tally in zip(visitors, tallies, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tallies


def read_questions(site: Site) -> list[float]:
    """How long question pages take, over all questions, in milliseconds."""
    visitors = [Visitor(site, site.sessions[0], *place) for place in site.questions]
    return _read(visitors[0], [visitor.page for visitor in visitors])


def read_page(site: Site, path: str) -> list[float]:
    """How long one page of the organisation takes, in milliseconds."""
    visitor = Visitor(site, site.sessions[0], *site.questions[0])
    return _read(visitor, [f"/o/{site.organisation}/{path}"])


def _read(visitor: Visitor, addresses: list[str]) -> list[float]:
    took = []
    for turn in range(ALONE):
        address = addresses[turn % len(addresses)]
        began = time.perf_counter()
        status, _body, _cookies = visitor.request("GET", address)
        took.append((time.perf_counter() - began) * 1000)
        assert status == OK, f"{address}: {status}"
    return took


def summary(tallies: list[Tally]) -> dict[str, Any]:
    """The saves of all visitors in a few figures."""
    took = [each for tally in tallies for each in tally.took]
    return {
        "acknowledged": len(took),
        "a_second": round(len(took) / SECONDS, 1),
        "p50_ms": percentile(took, 50),
        "p99_ms": percentile(took, 99),
        "errors": sum(len(tally.refused) for tally in tallies),
    }


def percentile(values: list[float], rank: int) -> float:
    """The value below which `rank` per cent of them are."""
    return round(statistics.quantiles(values, n=100)[rank - 1], 1)


def _visitors(site: Site) -> list[Visitor]:
    return [
        Visitor(site, session, *place)
        for session, place in zip(site.sessions, _places(site), strict=True)
    ]


def _places(site: Site) -> list[tuple[str, str]]:
    """A place for each visitor: another question, then another part of a question."""
    return [*site.questions, *site.spare][: len(site.sessions)]


def _type_until(end: float, visitor: Visitor, tally: Tally) -> None:
    number = 0
    while time.monotonic() < end:
        number += 1
        _save(visitor, tally, f"{visitor.question}, {number}")


def _save(visitor: Visitor, tally: Tally, text: str) -> None:
    status, took = visitor.save(text)
    if status == OK:
        tally.took.append(took)
        tally.last = text
    else:
        tally.refused.append(status)
