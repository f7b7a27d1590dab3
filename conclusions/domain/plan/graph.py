"""What waits for what: an order to take things in, and the loops that make one impossible."""

from collections.abc import Collection, Iterable, Iterator, Mapping

Waits = Mapping[str, Collection[str]]


def path(waits: Waits, start: str, goal: str) -> list[str]:
    """How `start` comes to wait for `goal`, both ends included; nothing when it does not."""
    came = {start: ""}
    row = [start]
    for each in row:
        if each == goal:
            return _back(came, goal)
        for other in waits.get(each, ()):
            if other not in came:
                came[other] = each
                row.append(other)
    return []


def _back(came: Mapping[str, str], goal: str) -> list[str]:
    steps = [goal]
    while came[steps[-1]]:
        steps.append(came[steps[-1]])
    return steps[::-1]


def loop(waits: Waits, start: str, after: str) -> list[str]:
    """The loop that waiting for `after` would close: who waits for whom, `start` at both ends."""
    back = path(waits, after, start)
    return [start, *back] if back else []


def loop_in(waits: Waits) -> list[str]:
    """A loop of the graph, its first at both ends; nothing when there is none."""
    for each in waits:
        for other in waits[each]:
            if found := loop(waits, each, other):
                return found
    return []


def joined(waits: Waits, added: Iterable[tuple[str, str]]) -> tuple[Waits, list[list[str]]]:
    """The graph with what people added, in order, and each loop that one of them would close.

    What would close a loop is left out: a plan always has an order.
    """
    whole = {each: list(others) for each, others in waits.items()}
    loops = []
    for start, after in added:
        if found := loop(whole, start, after):
            loops.append(found)
        elif after not in whole.setdefault(start, []):
            whole[start].append(after)
    return whole, loops


def ordered(waits: Waits) -> Iterator[str]:
    """Everything in the graph, each after what it waits for; the graph has no loop."""
    taken: set[str] = set()
    for first in waits:
        row = [first]
        while row:
            open_ = [each for each in waits.get(row[-1], ()) if each in waits and each not in taken]
            if open_:
                row.extend(open_)
                continue
            each = row.pop()
            if each not in taken:
                taken.add(each)
                yield each
