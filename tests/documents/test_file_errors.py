"""A file that a command cannot read or write is told in the command's own words."""

import errno
import os

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from deliverables.dossier.file_errors import not_read, not_written
from tests.factories import make_organisation


def refused(*command, **options):
    with pytest.raises(CommandError) as error:
        call_command(*command, **options)
    return str(error.value)


@pytest.fixture
def organisation(db):
    return str(make_organisation().pk)


def test_load_says_what_is_no_file(tmp_path):
    missing = tmp_path / "absent.json"

    assert refused("load", missing) == f"Le fichier {missing} n’existe pas."
    sentence = f"{tmp_path} est un répertoire : un fichier est attendu."
    assert refused("load", tmp_path) == sentence


def test_load_says_it_in_the_language_of_the_command(tmp_path):
    missing = tmp_path / "absent.json"

    with override("en"):
        assert refused("load", missing) == f"The file {missing} does not exist."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff{}", "ce n’est pas de l’UTF-8 (octet 0)."),
        (b'{\n  "cap27": oops}', "ce n’est pas du JSON : ligne 2, colonne 12."),
    ],
)
def test_load_says_what_cannot_be_decoded(tmp_path, content, sentence):
    file = tmp_path / "broken.json"
    file.write_bytes(content)

    assert refused("load", file).splitlines()[1:] == [f"- fichier : {sentence}"]


@pytest.mark.parametrize("command", ["dump", "export"])
def test_dump_and_export_say_where_nothing_can_be_written(organisation, command, tmp_path):
    nowhere = tmp_path / "absent" / "x.pdf"
    under_a_file = tmp_path / "plain" / "x.pdf"
    under_a_file.parent.write_bytes(b"")

    def said(output):
        return refused(command, organisation, output=output)

    assert said(nowhere) == f"Le répertoire {nowhere.parent} n’existe pas."
    assert said(under_a_file) == f"{under_a_file.parent} n’est pas un répertoire."
    assert said(tmp_path) == f"{tmp_path} est un répertoire : un fichier est attendu."
    assert [each.name for each in tmp_path.iterdir()] == ["plain"]


def test_what_one_may_not_do_and_what_is_unusual_have_their_words(tmp_path):
    def error(number):
        return OSError(number, os.strerror(number))

    file = tmp_path / "x"
    assert not_read(file, error(errno.EACCES)) == f"Vous n’avez pas le droit de lire {file}."
    assert not_written(file, error(errno.EACCES)) == f"Vous n’avez pas le droit d’écrire {file}."
    assert not_written(file, error(errno.ENOSPC)) == f"Il n’y a plus de place pour écrire {file}."
    assert not_read(file, error(errno.EIO)) == f"{file} ne peut pas être lu (erreur 5 du système)."
