"""The web fonts: subsets of the installed Source families, written once to var/fonts."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# Latin-1, Latin Extended-A, the marks of French and English typography, arrows, ticks, euro.
CHARACTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2028),
    *(0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2116, 0x2122),
    *(0x0218, 0x0219, 0x021A, 0x021B, 0x02C6, 0x02DC, 0x2190, 0x2191, 0x2192, 0x2193),
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2713, 0x2715),
)
FEATURES = ("kern", "mark", "mkmk", "liga", "ccmp", "locl", "tnum", "lnum", "onum", "pnum", "case")
WEIGHTS = (400, 700)


@dataclass(frozen=True, slots=True)
class Face:
    """One file to write, and the installed one that it comes from."""

    name: str
    package: str
    source: str
    axes: dict[str, Any]

    def path(self) -> Path:
        """The installed font."""
        return Path(str(files(self.package) / "files" / self.source))


SANS, SERIF = "fontpkg_source_sans_3", "fontpkg_source_serif_4"
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
    font = TTFont(face.path())
    subsetter = Subsetter(Options(layout_features=list(FEATURES), hinting=False))
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    instantiateVariableFont(font, face.axes, inplace=True)
    font.flavor = "woff2"
    # Beside, then moved: a server that starts meanwhile never reads half a font.
    half = target.with_suffix(".part")
    font.save(half)
    return half.replace(target)
