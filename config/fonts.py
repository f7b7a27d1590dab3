"""The web fonts: subsets of the installed Source families, written once to var/fonts."""

from pathlib import Path

from deliverables.paper.faces import SANS, SERIF, Face, cut

WEIGHTS = (400, 700)


FACES = (
    Face("source-sans-3", SANS, "SourceSans3[wght].ttf", {"wght": WEIGHTS}),
    Face("source-sans-3-italic", SANS, "SourceSans3-Italic[wght].ttf", {"wght": WEIGHTS}),
    # One optical size, between a question's title and a cover's: each axis doubles the file.
    Face("source-serif-4", SERIF, "SourceSerif4[opsz,wght].ttf", {"wght": WEIGHTS, "opsz": 32}),
    Face(
        "source-serif-4-italic",
        SERIF,
        "SourceSerif4-Italic[opsz,wght].ttf",
        {"wght": 400, "opsz": 20},
    ),
)


def write_all(folder: Path, *, again: bool = False) -> list[Path]:
    """Write each face that is not there yet; give those written."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [(face, folder / f"{face.name}.woff2") for face in FACES]
    return [_write(face, target) for face, target in wanted if again or not target.exists()]


def _write(face: Face, target: Path) -> Path:
    font = cut(face)
    font.flavor = "woff2"
    # Beside, then moved: a server that starts meanwhile never reads half a font.
    half = target.with_suffix(".part")
    font.save(half)
    return half.replace(target)
