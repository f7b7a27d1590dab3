"""Requests that say they are written in another encoding than browsers use."""

from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest

from config.wsgi import application

FORM = "application/x-www-form-urlencoded"
OTHERS = ("utf-16", "utf-7", "idna", "rot13", "latin-1", "punycode", "hex")


def send(method, content_type, body=b"login="):
    """The status and the page that a server gets from us."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": "/help",
        "QUERY_STRING": "next=%E9",
        "HTTP_HOST": "127.0.0.1",
        "CONTENT_TYPE": content_type,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
    }
    setup_testing_defaults(environ)
    seen = []
    page = application(environ, lambda status, headers: seen.append(int(status[:3])))
    return seen[0], b"".join(page).decode()


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", OTHERS)
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("kind", [FORM, "multipart/form-data; boundary=x"])
def test_other_encoding_is_refused_in_a_page(encoding, method, kind):
    status, page = send(method, f"{kind}; charset={encoding}")

    assert status == 400
    assert "n’a pas pu être lu" in page
    assert "<main" in page


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "unheard-of"])
def test_page_asked_in_utf8_or_in_no_known_encoding_is_given(encoding):
    status, page = send("GET", f"{FORM}; charset={encoding}")

    assert (status, "<main" in page) == (200, True)
