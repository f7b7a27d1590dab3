"""A dossier goes out and comes back: the same bytes, or every mistake and nothing written."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django_scopes import scope, scopes_disabled

from charter.models import Choice
from deliverables.demonstrating import FILES
from deliverables.dossier.checking import doubts_of, mistakes_of
from deliverables.dossier.decoding import BYTES, UnreadableError, decode
from deliverables.dossier.dumping import encode, snapshot
from deliverables.dossier.loading import load
from organisations.models import Membership, Organisation, Person
from organisations.named import organisation_named
from strategy.models import Answer, AnswerRevision
from tests.factories import make_organisation, make_user

A, B = "aaaaaaaaaaaa", "bbbbbbbbbbbb"


def dossier(**parts):
    """A small dossier that loads."""
    answers = {
        "receivers": {
            "state": "draft",
            "owner": A,
            "value": {
                "header": {},
                "tables": {"audiences": [{"id": A, "audience": "Salariés", "rank": "1"}]},
                "gone": {"audiences": {B: "Voisins"}},
            },
        },
        "places": {
            "state": "done",
            "value": {
                "header": {},
                "tables": {"places": [{"id": A, "place": "Le Relais", "audiences": [A, B]}]},
            },
        },
    }
    return {
        "cap27": 1,
        "organisation": {"name": "Duroc", "language": "fr"},
        "people": [{"id": A, "name": "Inès"}],
        "answers": answers,
        "decisions": {"age": {"value": {"header": {"options": ["adults_only"]}, "tables": {}}}},
    } | parts


def answer(question, **value):
    return {"answers": {question: {"value": {"header": {}, "tables": {}} | value}}}


def told(written):
    return [str(each) for each in mistakes_of(written)]


@pytest.mark.django_db
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_demonstration_comes_back_as_the_same_bytes(file):
    written = decode(file.read_bytes())

    told_again = snapshot(load(written))

    assert encode(told_again | {"content": written["content"]}) == file.read_bytes()
    assert list(doubts_of(written)) == []


@pytest.mark.django_db
def test_dump_load_dump_gives_the_same_bytes(tmp_path):
    load(dossier())
    first, second = tmp_path / "1.json", tmp_path / "2.json"

    call_command("dump", "Duroc", output=first, stdout=StringIO())
    printed = StringIO()
    call_command("load", first, stdout=printed)
    call_command("dump", printed.getvalue().strip(), output=second, stdout=StringIO())

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.django_db
def test_loaded_answer_has_one_version_and_one_revision():
    organisation = load(dossier())

    with scope(organisation=organisation):
        record = Answer.objects.get(question="receivers")
        revision = AnswerRevision.objects.get(record=record)
        assert (record.version, record.size, record.cells) == (1, 33, 2)
        assert (revision.version, revision.kind) == (1, "loaded")
        assert revision.changes[f"rows/audiences/{A}/audience"] == [None, "Salariés"]
        assert Choice.objects.get().value["header"] == {"options": ["adults_only"]}
        assert Person.objects.get().key == A


@pytest.mark.django_db
def test_dump_leaves_out_names_of_what_is_gone():
    organisation = load(dossier())
    with scope(organisation=organisation):
        Person.objects.all().delete()

    answers = snapshot(organisation)["answers"]

    assert "owner" not in answers["receivers"]
    assert answers["places"]["value"]["tables"]["places"][0]["audiences"] == [A, B]


@pytest.mark.django_db
def test_dump_of_an_organisation_that_said_nothing_holds_its_name_only():
    told = snapshot(make_organisation(name="Muette"))

    assert told["organisation"] == {"name": "Muette", "language": "fr"}
    assert list(told) == ["cap27", "content", "organisation"]


def many_keys(count):
    return json.dumps({str(number): 0 for number in range(count)}).encode()


def test_object_of_many_keys_is_read_once():
    assert len(decode(many_keys(200_000))) == 200_000


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff", "fichier : ce n’est pas de l’UTF-8 (octet 0)."),
        (b'{"a": 1,}', "fichier : ce n’est pas du JSON : ligne 1, colonne 9."),
        (b'{"a": 1, "a": 2}', "fichier : la clé « a » est écrite deux fois dans le même objet."),
        (b"[" * 100_000, "fichier : un nombre ou un emboîtement démesuré."),
        (b"9" * 5_000, "fichier : un nombre ou un emboîtement démesuré."),
        (
            b" " * (BYTES + 1),
            "fichier : 16\u202f777\u202f217 octets, 16\u202f777\u202f216 au plus.",
        ),
        (many_keys(500_001), "fichier : 500\u202f000 clés au plus."),
    ],
)
def test_file_that_cannot_be_read_says_why(content, sentence):
    with pytest.raises(UnreadableError) as refused:
        decode(content)

    assert [str(each) for each in refused.value.mistakes] == [sentence]


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"cap27": 2}, "cap27 : 1 est attendu."),
        ({"more": 1}, "more : cette clé n’existe pas."),
        ({"organisation": {"name": "D"}}, "organisation.language : la langue du dossier manque."),
        ({"people": [{"id": A}]}, "people[0].name : un texte est attendu, entre guillemets."),
        ({"answers": []}, "answers : un objet est attendu, entre accolades."),
        ({"answers": {"none": {}}}, "answers.none : cela n’existe pas dans Cap27."),
        ({"answers": {"tone": []}}, "answers.tone : un objet est attendu, entre accolades."),
        (
            {"answers": {"tone": {"state": "sure"}}},
            "answers.tone.state : l’option « sure » n’existe pas.",
        ),
        (
            {"answers": {"tone": {"owner": B}}},
            f"answers.tone.owner : la personne « {B} » n’est pas dans la liste.",
        ),
        (
            {"answers": {"tone": {"value": 1}}},
            "answers.tone.value : un objet est attendu, entre accolades.",
        ),
        (answer("tone", more=1), "answers.tone.value.more : cette clé n’existe pas."),
        (
            answer("tone", header={"colour": "x"}),
            "answers.tone.value.header.colour : ce champ n’existe pas.",
        ),
        (
            answer("tone", tables={"rows": []}),
            "answers.tone.value.tables.rows : ce tableau n’existe pas.",
        ),
        (
            answer("tone", gone={"rows": {}}),
            "answers.tone.value.gone.rows : ce tableau n’existe pas.",
        ),
        (
            answer("messages", tables={"messages": [{"id": A, "audience": B}]}),
            "answers.messages.value.tables.messages[0].audience"
            f" : la ligne « {B} » n’existe pas dans receivers.audiences.",
        ),
        (
            {"decisions": {"age": {"value": {"header": {"options": ["babies"]}}}}},
            "decisions.age.value.header.options : l’option « babies » n’existe pas.",
        ),
        (
            {"decisions": {"age": {"state": "confirmed"}}},
            "decisions.age.value.header.options : une décision confirmée a une option.",
        ),
        (
            {"decisions": {"hours": {"value": {"header": {"options": ["frozen", "on_call"]}}}}},
            "decisions.hours.value.header.options : « on_call » ne s’ajoute pas à cette option.",
        ),
    ],
)
def test_mistake_is_told_with_its_place(parts, sentence):
    assert told(dossier() | parts) == [sentence]


def test_reading_beyond_its_whole_is_told_and_loaded():
    indicator = {"id": A, "indicator": "Délai tenu", "unit": "%", "target": "80"}
    reading = {"id": A, "indicator": A, "value": "450"}
    answers = answer("indicators", tables={"indicators": [indicator]})["answers"]
    answers |= answer("checkins", tables={"values": [reading]})["answers"]

    written = dossier(answers=answers)
    assert told(written) == []
    assert [str(each) for each in doubts_of(written)] == [
        "answers.checkins.value.tables.values[0].value : Une part en % va de 0 à 100."
    ]


def test_dossier_too_large_says_how_much():
    long = "x" * 20_000
    cell = {"expectation": "x" * 2_000}
    rows = [{"id": f"{number:012}"} | cell for number in range(101)]

    found = told(dossier(**answer("receivers", tables={"audiences": rows})))
    whole = {each: {"note": long, "reason": long} for each in ("tone", "image", "scope")}

    assert found == ["answers.receivers : 202\u202f000 caractères, 200\u202f000 au plus."]
    assert told(dossier(answers=whole)) == []


@pytest.mark.django_db
def test_load_tells_all_mistakes_and_writes_nothing(tmp_path):
    file = tmp_path / "broken.json"
    broken = dossier(cap27=0, answers={"none": {}}, decisions={"age": {"state": "maybe"}})
    file.write_text(json.dumps(broken))

    with pytest.raises(CommandError) as refused:
        call_command("load", file)

    assert str(refused.value).splitlines() == [
        "Rien n’a été chargé : 3 erreurs.",
        "- cap27 : 1 est attendu.",
        "- answers.none : cela n’existe pas dans Cap27.",
        "- decisions.age.state : l’option « maybe » n’existe pas.",
    ]
    assert Organisation.objects.count() == 0


@pytest.mark.django_db
def test_load_gives_the_organisation_to_its_owner(tmp_path):
    owner = make_user(email="ines@example.org")
    file = tmp_path / "dossier.json"
    file.write_bytes(encode(dossier()))

    call_command("load", file, owner="Ines@example.org", stdout=StringIO())

    assert [str(each) for each in Membership.objects.all()] == [f"{owner} – Duroc"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("Inconnue", "Aucune organisation « Inconnue »."),
        (
            "Duroc",
            "Plusieurs organisations s’appellent « Duroc » : donnez l’identifiant.",
        ),
    ],
)
def test_dump_needs_one_organisation(tmp_path, named, sentence):
    load(dossier())
    load(dossier())

    with pytest.raises(CommandError) as refused:
        call_command("dump", named, output=tmp_path / "x.json")

    assert str(refused.value) == sentence
    assert not (tmp_path / "x.json").exists()


@pytest.mark.django_db
def test_one_of_two_of_a_name_is_told_by_a_member():
    load(dossier())
    owned = load(dossier(), owner=make_user("Inès", email="ines@example.org"))

    assert organisation_named("Duroc", member="ines@example.org") == owned


@pytest.mark.django_db
def test_dump_costs_four_queries(django_assert_num_queries):
    organisation = load(decode(FILES[0].read_bytes()))

    with scopes_disabled(), django_assert_num_queries(4):
        snapshot(organisation)
