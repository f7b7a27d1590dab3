"""Who learns first, who is spoken to, who recommends, and whether the circle turns."""

from datetime import date

from conclusions.domain.audiences.ambassadors import PEOPLE, is_undisclosed
from conclusions.domain.audiences.circles import AUDIENCES
from conclusions.domain.audiences.information import MESSAGES, STEPS, News, planned
from conclusions.domain.audiences.virtuous import REGISTER, Step, virtuous_circle
from conclusions.domain.dossier import Cells, Dossier, Rows, cells, named
from conclusions.domain.findings import Found, idle
from conclusions.domain.registry import rule

FEW = 2


@rule("X52")
def outsiders_learn_first(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody outside circles 1 and 2 learns a piece of news before one of these two."""
    early = [each for each in planned(dossier) if each.early]
    if not early:
        return None
    ids = {step.row for each in early for step in each.steps if step.row}
    rows = [row for row in dossier.rows(STEPS) if row.row in ids]
    publics = {row.text("public") for row in rows}
    circles = [row for row in dossier.rows(AUDIENCES) if row.row in publics]
    reads = cells(rows, "news", "public", "circle", "day") + cells(circles, "circle")
    told = {"news": Rows(STEPS, tuple(_row_of(each) for each in early))}
    return Found(reads, told, idle=idle({f"{AUDIENCES}.circle": circles}))


def _row_of(each: News) -> str:
    return next(step.row for step in each.steps if step.row)


@rule("X53")
def first_public_without_message(dossier: Dossier, as_of: date) -> Found | None:
    """Every message names its public, and none is for the public of the first rank."""
    messages = dossier.rows(MESSAGES)
    first = [row for row in dossier.rows(AUDIENCES) if row.decimal("rank") == 1]
    said = {row.text("audience") for row in messages}
    if len(first) != 1 or len(messages) < FEW or None in said or first[0].row in said:
        return None
    reads = cells(first, "rank") + cells(messages, "audience")
    return Found(reads, {"public": named(first, AUDIENCES)})


@rule("X54")
def undisclosed_recommendation(dossier: Dossier, as_of: date) -> Found | None:
    """Somebody recommends for something that is not disclosed."""
    rows = [row for row in dossier.rows(PEOPLE) if is_undisclosed(row)]
    if not rows:
        return None
    return Found(cells(rows, "recommends", "disclosed"), {"people": named(rows, PEOPLE)})


@rule("X55")
def circle_does_not_turn(dossier: Dossier, as_of: date) -> Found | None:
    """A locked step is proven all the same, or a proof of the register is six months old."""
    if not dossier.rows(REGISTER):
        return None
    loop = virtuous_circle(dossier, as_of)
    if loop.too_soon:
        return _steps(dossier, loop.too_soon, "")
    broken = tuple(each for each in loop.broken if not each.derived)
    return _steps(dossier, broken, "broken") if broken else None


def _steps(dossier: Dossier, steps: tuple[Step, ...], variant: str) -> Found:
    ids = {each.id for each in steps}
    rows: list[Cells] = [row for row in dossier.rows(REGISTER) if row.row in ids]
    return Found(cells(rows, "proof", "date"), {"steps": named(rows, REGISTER)}, variant)
