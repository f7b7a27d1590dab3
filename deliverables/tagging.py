"""The language of each text in the tags of a PDF.

WeasyPrint 70 writes the language of the whole document only. A screen reader that meets a
French answer in an English document needs to know: each element that carries `lang` in HTML
gets `/Lang` in its tag. This wraps one function of WeasyPrint, held by `weasyprint>=70,<71`
and by a test that reads the tags of a real PDF.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

_build = tags._build_box_tree


def _with_language(box: Any, *rest: Any) -> Iterator[Any]:
    element = getattr(getattr(box, "_box", box), "element", None)
    language = element.get("lang") if element is not None else None
    for tag in _build(box, *rest):
        if language:
            tag["Lang"] = pydyf.String(language)
        yield tag


def teach() -> None:
    """Make every PDF rendered from now on say the language of its texts."""
    tags._build_box_tree = _with_language
