"""Faces cut from the installed variable fonts, and those of documents, kept in files.

A PDF needs eight instances of variable fonts, and drawing each takes a tenth of a second; so
documents have faces of their own, drawn once. What these lack is drawn by the other packages.
"""

import os
from collections.abc import Iterable
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
# Arrows, operators, shapes, enclosed letters: no other package draws all of them.
SYMBOLS = (*range(0x2190, 0x2B00), *range(0x1F100, 0x1F200))
FEATURES = ("kern", "mark", "mkmk", "liga", "ccmp", "locl", "tnum", "lnum", "onum", "pnum", "case")


@dataclass(frozen=True, slots=True)
class Face:
    """A face by its name, and the installed font that it is cut from."""

    name: str
    package: str
    source: str
    axes: dict[str, Any]

    def path(self) -> Path:
        """The installed font."""
        return Path(str(files(self.package) / "files" / self.source))


SANS, SERIF = "fontpkg_source_sans_3", "fontpkg_source_serif_4"
UPRIGHT = "SourceSans3[wght].ttf"
SLANTED = "SourceSans3-Italic[wght].ttf"
OPTICAL = "SourceSerif4[opsz,wght].ttf"
FAMILIES = {SANS: "Source Sans 3", SERIF: "Source Serif 4"}
# Optical sizes are those of the stylesheet, in CSS pixels: titles, questions, what is read.
FACES = (
    Face("Regular", SANS, UPRIGHT, {"wght": 400}),
    Face("SemiBold", SANS, UPRIGHT, {"wght": 600}),
    Face("Italic", SANS, SLANTED, {"wght": 400}),
    Face("Light", SERIF, OPTICAL, {"wght": 300, "opsz": 36}),
    Face("Regular", SERIF, OPTICAL, {"wght": 400, "opsz": 14}),
    Face("SemiBold", SERIF, OPTICAL, {"wght": 600, "opsz": 19}),
)
# Where a font says its family, its style, both, and its name in a file.
FAMILY, STYLE, WHOLE, POSTSCRIPT, TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE = 1, 2, 4, 6, 16, 17


def cut(face: Face, characters: Iterable[int] = CHARACTERS) -> TTFont:
    """The face with its axes set and only the characters given, as far as the font has them."""
    font = TTFont(face.path(), recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=list(FEATURES), hinting=False))
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    instantiateVariableFont(font, face.axes, inplace=True)
    return font


def drawn() -> set[int]:
    """The characters that the upright face of documents draws."""
    with TTFont(FACES[0].path(), lazy=True) as font:
        return set(font.getBestCmap()).intersection(CHARACTERS + SYMBOLS)


def write_all(folder: Path) -> Path:
    """The folder, with a file for each face."""
    folder.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        target = folder / f"{FAMILIES[face.package]} {face.name}.ttf"
        if not target.exists():
            _write(face, target)
    return folder


def _write(face: Face, target: Path) -> None:
    font = cut(face, CHARACTERS + SYMBOLS)
    family = FAMILIES[face.package]
    told = {
        FAMILY: family,
        STYLE: face.name,
        WHOLE: f"{family} {face.name}",
        POSTSCRIPT: f"{family} {face.name}".replace(" ", "-"),
        TYPOGRAPHIC_FAMILY: family,
        TYPOGRAPHIC_STYLE: face.name,
    }
    font["name"].names = []
    for number, words in told.items():
        font["name"].setName(words, number, 3, 1, 0x409)
    draft = target.with_suffix(f".{os.getpid()}")
    font.save(draft)
    draft.replace(target)
