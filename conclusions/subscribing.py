"""Feeds of an OPML file, added to those that an organisation follows."""

from collections.abc import Sequence

from conclusions.domain.tools.monitoring import SOURCES, Feed, pack
from conclusions.reading import Reading
from organisations.identifiers import new_id
from organisations.models import Organisation, User
from strategy import saving
from strategy.domain import limits
from strategy.domain.flat import Flat
from strategy.domain.loading import STRUCTURE, questionnaire
from strategy.domain.rows import order_of
from strategy.lookup import record_of

REGISTER, TABLE = SOURCES.split(".")


def subscribe(organisation: Organisation, author: User, feeds: Sequence[Feed]) -> int:
    """Follow these feeds, those that the pack gives already left alone; how many were added.

    Raises TooLargeError when the register would pass a limit, OvertakenError when others write
    all the while: nothing is added then.
    """
    question, table = questionnaire(STRUCTURE).linked(SOURCES)
    record = record_of(organisation, question)
    given = pack(Reading(organisation, people=False).dossier, organisation.language).feeds
    derived = {each.address for each in given}
    added: list[str] = []

    def edit(current: Flat) -> Flat:
        order = order_of(current, TABLE)
        known = derived | {current.get(f"rows/{TABLE}/{row}/address") for row in order}
        fresh = {new_id(): feed for feed in feeds if feed.address not in known}
        if len(order) + len(fresh) > table.max_rows:
            raise saving.TooLargeError("rows")
        added[:] = fresh
        cells = {
            f"rows/{TABLE}/{row}/{name}": said
            for row, feed in fresh.items()
            for name, said in _cells(feed).items()
        }
        return {f"order/{TABLE}": [*order, *fresh]} | cells if fresh else {}

    saving.save(record, edit=edit, asked=saving.Asked(author, record.version))
    return len(added)


def _cells(feed: Feed) -> dict[str, str]:
    title = " ".join(feed.title.split())[: limits.CELL]
    cells = {"source": title, "address": feed.address, "page": feed.page}
    return {name: said for name, said in cells.items() if said and len(said) <= limits.CELL}
