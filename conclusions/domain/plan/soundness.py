"""What must hold between the words of the actions and the functions that derive them."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from conclusions.domain.plan import derivations
from conclusions.domain.plan.catalogue import ActionKind, Catalogue, load
from conclusions.domain.plan.deriving import DERIVATIONS
from conclusions.domain.plan.graph import loop_in
from strategy.domain.loading import tells_mistakes
from strategy.domain.soundness import homes, with_files
from strategy.domain.values import NUMBER

REGISTERED = derivations.__all__


@tells_mistakes
def problems(
    language: str, folder: Path, derived: Collection[str] = DERIVATIONS.keys()
) -> Iterator[str]:
    """Every mistake in the catalogue of one language."""
    found = load(language, folder)
    found_in = homes(sorted(folder.glob("plan/*.toml")), "kind")
    yield from with_files(_of_catalogue(found, derived), found_in)


def _of_catalogue(found: Catalogue, derived: Collection[str]) -> Iterator[str]:
    yield from _names(found, derived)
    for each in found.kinds:
        yield from _kind(each, found)
    if loop := loop_in({each.id: each.after for each in found.kinds}):
        yield f"{loop[0]}: waits for itself, through {', '.join(loop[1:])}."


def _names(found: Catalogue, derived: Collection[str]) -> Iterator[str]:
    for kind, count in Counter(each.id for each in found.kinds).items():
        if count > 1:
            yield f"{kind}: {count} kinds of action have it, one may."
    for kind in sorted(set(derived).symmetric_difference(found.by_id)):
        yield f"{kind}: a kind of action has words and a function."


def _kind(kind: ActionKind, found: Catalogue) -> Iterator[str]:
    for other in kind.after:
        if other not in found.by_id:
            yield f"{kind.id}: waits for '{other}', which is no kind of action."
    if not NUMBER.fullmatch(kind.effort):
        yield f"{kind.id}: '{kind.effort}' is no number of hours."
