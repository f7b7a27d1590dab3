"""The virtuous circle: eight steps, each with its proof, as they stand on a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from conclusions.domain.audiences.ambassadors import PEOPLE, is_ambassador
from conclusions.domain.audiences.circle_words import STEPS
from conclusions.domain.clock import months_before
from conclusions.domain.dossier import QUESTION, Cells, Dossier
from conclusions.domain.findings import Place
from conclusions.domain.trust.promises import followed

REGISTER, VOICES, RETURNS = "virtuous_circle.steps", "voices.voices", "feedback.returns"
FIRST, LOCKED = STEPS[:4], STEPS[4:7]
HALF_A_YEAR = 6


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves a step: its words, its day, who answers for it, and where that is said.

    `key` is the row of question 3 that names it, when its words are that row's.
    """

    words: str
    day: date | None
    place: Place
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `proven`, `broken` (no proof for six months), `undated`, `missing` or `locked`."""

    id: str
    state: str
    owner: str = ""
    proof: Proof | None = None
    # True when the proof comes from the answers and not from the register.
    derived: bool = False

    @property
    def number(self) -> int:
        """Its place in the circle."""
        return STEPS.index(self.id) + 1


@dataclass(frozen=True, slots=True)
class Loop:
    """The eight steps."""

    steps: tuple[Step, ...]

    @property
    def proven(self) -> int:
        """How many steps have a proof that still counts."""
        return sum(each.state == "proven" for each in self.steps)

    @property
    def broken(self) -> tuple[Step, ...]:
        """The steps that had a proof and lost it with time."""
        return tuple(each for each in self.steps if each.state == "broken")

    @property
    def is_locked(self) -> bool:
        """True while one of the first four has no proof at all."""
        return any(each.state in ("missing", "undated") for each in self.steps[: len(FIRST)])

    @property
    def too_soon(self) -> tuple[Step, ...]:
        """The locked steps for which the register gives a proof all the same."""
        return tuple(each for each in self.steps if each.state == "locked" and _given(each))


def _given(step: Step) -> bool:
    return step.proof is not None and not step.derived


def virtuous_circle(dossier: Dossier, as_of: date) -> Loop:
    """The steps on a day; a proof of the register counts before one of the answers."""
    rows = {row.row: row for row in dossier.rows(REGISTER)}
    steps = [_step(dossier, each, rows.get(each), as_of) for each in STEPS]
    if not Loop(tuple(steps)).is_locked:
        return Loop(tuple(steps))
    return Loop(tuple(_lock(each) for each in steps))


def _lock(step: Step) -> Step:
    if step.id not in LOCKED:
        return step
    return Step(step.id, "locked", step.owner, step.proof, step.derived)


def _step(dossier: Dossier, step: str, row: Cells | None, as_of: date) -> Step:
    owner = str(row.get("owner") or "") if row else ""
    given = _of_register(row) if row else None
    proof = given or PROOFS.get(step, _nothing)(dossier, as_of)
    if proof is None:
        return Step(step, "missing", owner)
    return Step(step, _state(proof, as_of), owner or proof.owner, proof, derived=given is None)


def _of_register(row: Cells) -> Proof | None:
    words = row.get("proof")
    if not isinstance(words, str):
        return None
    return Proof(words, row.day("date"), Place(QUESTION, row.id, f"{row.path}/proof"))


def _state(proof: Proof, as_of: date) -> str:
    """A proof of tomorrow is none yet; one of more than six months is none any more."""
    if proof.day is None or proof.day > as_of:
        return "undated"
    return "broken" if proof.day < months_before(as_of, HALF_A_YEAR) else "proven"


def _latest(proofs: Iterable[Proof], as_of: date) -> Proof | None:
    there = (each for each in proofs if each.day is not None and each.day <= as_of)
    return max(there, key=lambda each: each.day or date.min, default=None)


def _nothing(dossier: Dossier, as_of: date) -> Proof | None:
    return None


def _kept(dossier: Dossier, as_of: date) -> Proof | None:
    """The last promise that the register calls kept."""
    kept = (each for each in followed(dossier, as_of) if each.state == "kept")
    proofs = (
        Proof(each.proof or each.words, each.settled_on, each.place, each.owner) for each in kept
    )
    return _latest(proofs, as_of)


def _listened(dossier: Dossier, as_of: date) -> Proof | None:
    """The last thing that a voice of question 3 was heard to say."""
    rows = (row for row in dossier.rows(VOICES) if row.get("voice"))
    return _latest((_proof(row, "voice", "last_said") for row in rows), as_of)


def _recommended(dossier: Dossier, as_of: date) -> Proof | None:
    """The last recommendation of somebody who meets the five conditions."""
    rows = filter(is_ambassador, dossier.rows(PEOPLE))
    return _latest((_proof(row, "who", "since") for row in rows), as_of)


def _changed(dossier: Dossier, as_of: date) -> Proof | None:
    """The last change of question 21 that the public is told of."""
    rows = (
        row for row in dossier.rows(RETURNS) if row.get("last_change") and row.get("public_return")
    )
    return _latest((_proof(row, "last_change", "obtained_on") for row in rows), as_of)


def _proof(row: Cells, words: str, day: str) -> Proof:
    place = Place(QUESTION, row.id, f"{row.path}/{words}")
    return Proof(str(row.get(words)), row.day(day), place, str(row.get("recipient") or ""))


PROOFS: dict[str, Callable[[Dossier, date], Proof | None]] = {
    "kept_promise": _kept,
    "listening": _listened,
    "recommendation": _recommended,
    "change": _changed,
}
