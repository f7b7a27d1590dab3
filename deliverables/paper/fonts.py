"""The fonts of documents: which packages hold them, which characters they can draw.

Fontconfig is given a file that lists only the folders of installed packages, so that a
document looks the same on every machine and no font of the system slips in.
"""

import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

from deliverables.paper import faces
from deliverables.paper.directions import TURNING, without_pairs

PACKAGES = (
    ("fontpkg_ibm_plex_sans_arabic", "files"),
    ("manimgx_fonts", ""),
)
# 32 MB: listed only for a document that has such characters.
CJK = ("manimgx_fonts_cjk", "")
# Its PDF breaks PDF/UA; IBM Plex Sans Arabic draws the same characters.
REJECTED = "NotoSansArabic"
VARIATION_SELECTORS = range(0xFE00, 0xFE10)
SUFFIXES = frozenset({".ttf", ".otf", ".ttc"})
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
  <cachedir>{cache}</cachedir>
  <selectfont><rejectfont><glob>*{rejected}*</glob></rejectfont></selectfont>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""


def folder(package: str, inside: str) -> Path:
    """Where a font package keeps its files."""
    return Path(str(files(package))) / inside


def configure(keep_in: Path, *, cjk: bool) -> Path:
    """Fontconfig's file, written when it is not there; the environment points to it."""
    packages = [*PACKAGES, CJK] if cjk else PACKAGES
    kept = [faces.write_all(keep_in / "faces"), *(folder(*each) for each in packages)]
    folders = "\n".join(f"  <dir>{escape(str(each))}</dir>" for each in kept)
    written = CONFIGURATION.format(
        folders=folders, cache=escape(str(keep_in / "cache")), rejected=REJECTED
    )
    path = keep_in / f"fonts-{hashlib.sha256(written.encode()).hexdigest()[:12]}.conf"
    if not path.exists():
        keep_in.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(written, encoding="utf-8")
        draft.replace(path)
    os.environ["FONTCONFIG_FILE"] = str(path)
    return path


@lru_cache
def drawn(*, cjk: bool) -> frozenset[int]:
    """Every character that the fonts can draw."""
    packages = [CJK] if cjk else PACKAGES
    found = {point for package in packages for point in _points(folder(*package))}
    return frozenset(found if cjk else found | faces.drawn())


def _points(of: Path) -> Iterable[int]:
    for path in sorted(of.iterdir()):
        if path.suffix in SUFFIXES and REJECTED not in path.name:
            # Every font of a collection has the same characters, drawn in another style.
            number = 0 if path.suffix == ".ttc" else -1
            with TTFont(str(path), fontNumber=number, lazy=True) as font:
                yield from font.getBestCmap()


def needs_cjk(said: Any) -> bool:
    """True when some character is drawn only by the fonts of Chinese, Japanese and Korean."""
    rest = _undrawn(_points_of(said))
    return bool(rest) and not rest.isdisjoint(drawn(cjk=True))


def _points_of(said: Any) -> set[int]:
    return {ord(letter) for text in strings(said) for letter in set(text)}


def strings(said: Any) -> Iterable[str]:
    """Every string inside a value of JSON, keys left out."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for each in said.values():
            yield from strings(each)
    elif isinstance(said, list):
        for each in said:
            yield from strings(each)


def printable(said: Any) -> tuple[Any, tuple[str, ...]]:
    """The same value with characters that cannot be printed written as codes, and these codes.

    They are those that no font draws, and those that would turn what follows.
    """
    straight = _written(said, without_pairs)
    points = _points_of(straight)
    unknown = _undrawn(points)
    if unknown:
        unknown -= drawn(cjk=True)
    unknown |= points & TURNING
    codes = {point: f"[U+{point:04X}]" for point in sorted(unknown)}
    if codes:
        straight = _written(straight, lambda words: words.translate(codes))
    return straight, tuple(codes.values())


def _undrawn(points: set[int]) -> set[int]:
    """Those that leave a mark and that no font draws, those of Chinese and the like left out."""
    return {point for point in points - drawn(cjk=False) if _needs_drawing(point)}


def _needs_drawing(point: int) -> bool:
    """False for what leaves no mark of its own: spaces, joiners, variation selectors."""
    letter = chr(point)
    if letter in "\t\n\r":
        return False
    invisible = unicodedata.category(letter) in {"Cf", "Zs", "Zl", "Zp"}
    return not invisible and point not in VARIATION_SELECTORS


def _written(said: Any, change: Callable[[str], str]) -> Any:
    if isinstance(said, str):
        return change(said)
    if isinstance(said, dict):
        return {key: _written(each, change) for key, each in said.items()}
    if isinstance(said, list):
        return [_written(each, change) for each in said]
    return said
