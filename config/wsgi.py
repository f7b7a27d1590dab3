"""What gunicorn serves."""

import codecs
import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

from config.starting import refused_in_a_sentence

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
with refused_in_a_sentence():
    answer = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Django, which fails before any view on an encoding that it cannot read an address in."""
    from config.failures import OTHER_ENCODING

    if not is_utf8(environ.get("CONTENT_TYPE", "")):
        environ = environ | {"CONTENT_TYPE": OTHER_ENCODING}
    return answer(environ, start_response)


def is_utf8(content_type: str) -> bool:
    """True when this says UTF-8, as browsers do, or no encoding that anybody knows."""
    try:
        said = parse_header_parameters(content_type)[1].get("charset", "utf-8")
    except (ValueError, LookupError):
        return False
    try:
        return codecs.lookup(said).name == "utf-8"
    except LookupError:
        return True
