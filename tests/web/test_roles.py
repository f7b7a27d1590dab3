"""Who does what: the page, its matrix, the sheet of a person, what one changes by hand."""

from django.urls import reverse

from organisations.models import Role
from tests.answers import text_of, words_of, write
from tests.factories import make_member, make_person

MAUD, GAELLE = "6pffkzmfhnrm", "t3h19daxwa3h"


def page_of(client, organisation, name="roles", *rest):
    return client.get(reverse(name, args=[organisation.pk, *rest]))


def choose(organisation, author, activity, person):
    """Name by hand who answers for an activity."""
    cells = {f"rows/activities/{activity}/accountable": person}
    write(organisation, author, "roles", {"order/activities": [activity]} | cells)


def test_activities_say_who_answers_for_them_and_why(owner, client_of, finished):
    text = words_of(page_of(client_of(owner), finished))

    assert "Solène Dubrac Le plus d’heures pour cela à la question 22." in text
    assert "À égalité avec Maud Térisse" in text
    assert "Gaëlle Prunois Le plus d’heures pour cela à la question 22." in text


def test_matrix_spells_its_letters(owner, client_of, finished):
    body = page_of(client_of(owner), finished).content.decode()

    assert body.count('<span class="letters-spelled">en répond') == 7
    assert body.count('class="letters is-accountable" aria-hidden="true"') == 7


def test_nobody_named_says_what_to_do_first(owner_client, organisation):
    text = text_of(page_of(owner_client, organisation))

    assert "Dire qui donne quelles heures (question 22)" in text
    assert "Ou partager les rôles à la main" in text


def test_what_is_chosen_by_hand_replaces_what_is_derived(owner, client_of, finished):
    choose(finished, owner, "monitoring", MAUD)

    text = words_of(page_of(client_of(owner), finished))

    assert "en partie choisi à la main" in text
    assert "Maud Térisse Choisi à la main." in text


def test_who_moderates_and_hears_appeals_is_found(owner, client_of, finished):
    choose(finished, owner, "appeal", MAUD)

    client = client_of(owner)

    text = words_of(page_of(client, finished, "review"))
    assert "« Maud Térisse » modère, et entend le recours contre la modération." in text
    assert "Choisi à la main, et modère aussi" in words_of(page_of(client, finished))


def test_sheet_says_what_one_person_does_and_decides(owner, client_of, finished):
    text = words_of(page_of(client_of(owner), finished, "role_sheet", GAELLE))

    assert "Fiche de rôle de Gaëlle Prunois Juriste" in text
    assert "Recours des membres : en répond, réalise" in text
    assert "Réexamen demandé par un membre" in text
    assert "Images et noms de pratiquants mineurs" in text


def test_sheets_unfold_when_they_are_asked_for(owner, client_of, finished):
    address, client = reverse("roles", args=[finished.pk]), client_of(owner)
    one = client.get(address).context["page"].sheets[0].key

    shown = [
        client.get(address + asked).content.decode().count('role-card" open>')
        for asked in ("", f"?show={one}", "?show=all")
    ]

    assert shown == [0, 1, 9]


def test_sheet_of_somebody_named_nowhere_says_so(owner_client, organisation):
    person = make_person(organisation)

    text = words_of(page_of(owner_client, organisation, "role_sheet", person.key))

    assert "Rien n’est confié à cette personne." in text


def test_sheet_of_nobody_is_unknown(owner_client, organisation):
    assert page_of(owner_client, organisation, "role_sheet", "nobody").status_code == 404


def test_reader_reads_and_is_offered_no_change(finished, client_of):
    body = page_of(client_of(make_member(finished, Role.READER)), finished).content.decode()

    assert "Solène Dubrac" in body
    assert "Modifier le partage des rôles" not in body


def test_card_counts_what_somebody_answers_for(owner, client_of, finished):
    text = words_of(page_of(client_of(owner), finished, "following"))

    assert "Qui fait quoi 7 / 7 Activités dont une personne répond. 9 fiches de rôle." in text
