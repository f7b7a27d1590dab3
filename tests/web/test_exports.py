"""Documents from the site: asked for, made by the worker, followed, taken away."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django_scopes import scope, scopes_disabled
from django_tasks_db.models import DBTaskResult

from deliverables import actions, child, making
from deliverables.files import sweep
from deliverables.models import Export, Failure, Progress
from deliverables.paper import production
from organisations.models import Membership
from organisations.models import Role as Roles
from strategy.models import Answer
from strategy.saving import Asked, save
from tests.factories import make_export, make_member

PDF = b"%PDF-1.7 invented"


@pytest.fixture(autouse=True)
def apart(settings, tmp_path):
    settings.EXPORTS_DIR = tmp_path / "exports"


@pytest.fixture
def quick(monkeypatch):
    """Documents made without a render."""

    def produce(_snapshot, _language, path):
        path.write_bytes(PDF)
        return production.Production(pages=3, size=len(PDF), missing=("[U+E000]",))

    monkeypatch.setattr(production, "produce", produce)


def ask(client, organisation, language="fr"):
    return client.post(reverse("make_document", args=[organisation.pk]), {"language": language})


def only_export() -> Export:
    with scopes_disabled():
        return Export.objects.select_related("organisation").get()


def work(export: Export) -> Export:
    with scope(organisation=export.organisation):
        making.make(export)
    return only_export()


def say(organisation, text):
    with scope(organisation=organisation):
        asked = Asked(author=organisation.members.first(), version=0)
        record = Answer.blank(organisation.pk, "image")
        save(record, edit=lambda _paths: {"header/said": text}, asked=asked)


@pytest.mark.django_db(transaction=True)
def test_click_queues_a_document_and_answers_at_once(owner_client, organisation, owner):
    answer = ask(owner_client, organisation)

    export = only_export()
    assert answer.headers["Location"] == export.get_absolute_url()
    assert (export.state, export.requested_by, DBTaskResult.objects.count()) == (
        Progress.PENDING,
        owner,
        1,
    )


@pytest.mark.django_db(transaction=True)
def test_worker_makes_what_was_asked_and_keeps_no_task(owner_client, organisation):
    say(organisation, "Une maison qui répare")
    ask(owner_client, organisation)

    call_command("work", batch=True)

    export = only_export()
    answer = owner_client.get(reverse("download_document", args=[organisation.pk, export.pk]))
    assert (export.state, export.dossier) == (Progress.DONE, {})
    assert DBTaskResult.objects.count() == 0
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (
        "application/pdf",
        "nosniff",
    )
    assert answer.content[:5] == b"%PDF-"
    assert len(answer.content) == export.size


def test_same_dossier_is_found_and_not_made_again(owner_client, organisation, quick):
    first = ask(owner_client, organisation)
    work(only_export())

    again = ask(owner_client, organisation)

    assert again.headers["Location"] == first.headers["Location"]
    assert only_export().state == Progress.DONE


def test_change_or_other_language_makes_another(owner_client, organisation):
    ask(owner_client, organisation)
    ask(owner_client, organisation, "en")
    say(organisation, "Autre chose")

    ask(owner_client, organisation)

    with scope(organisation=organisation):
        assert Export.objects.count() == 3


def test_document_holds_the_dossier_of_the_click(owner_client, organisation, monkeypatch):
    say(organisation, "Avant")
    ask(owner_client, organisation)
    export = only_export()
    with scope(organisation=organisation):
        Answer.objects.update(value={"header": {"said": "Après"}, "tables": {}})
    seen = []
    monkeypatch.setattr(production, "produce", lambda snapshot, *_: seen.append(snapshot) or 1 / 0)

    with pytest.raises(ZeroDivisionError):
        work(export)

    assert seen[0].dossier["answers"]["image"]["value"]["header"] == {"said": "Avant"}


def test_page_follows_a_document_with_and_without_javascript(owner_client, organisation):
    export = make_export(organisation)

    page = owner_client.get(export.get_absolute_url()).content.decode()
    part = owner_client.get(
        export.get_absolute_url(), headers={"HX-Request": "true"}
    ).content.decode()

    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert part.strip().startswith('<div class="sheet document-standing" hx-get=')


def test_ready_document_is_offered_and_asks_nothing_more(owner_client, organisation, quick):
    ask(owner_client, organisation)
    export = work(only_export())

    page = owner_client.get(export.get_absolute_url()).content.decode()

    assert reverse("download_document", args=[organisation.pk, export.pk]) in page
    assert ("[U+E000]" in page, "http-equiv" in page, "hx-trigger" in page) == (True, False, False)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (child.LimitReachedError("memory"), Failure.TOO_LARGE),
        (making.TextLostError("Où ?", "mots"), Failure.TEXT_LOST),
        (child.ChildError("status 1"), Failure.UNEXPECTED),
    ],
)
def test_failure_is_told_and_can_be_tried_again(
    owner_client, organisation, monkeypatch, error, failure
):
    def fail(*_):
        raise error

    monkeypatch.setattr(production, "produce", fail)
    ask(owner_client, organisation)
    export = work(only_export())
    page = owner_client.get(export.get_absolute_url()).content.decode()

    owner_client.post(reverse("retry_document", args=[organisation.pk, export.pk]))

    assert (export.state, export.failure) == (Progress.FAILED, failure)
    assert str(failure.label)[:30] in page.replace("&#x27;", "'")
    assert only_export().state == Progress.PENDING


def test_file_that_is_gone_is_made_again(owner_client, organisation, quick):
    ask(owner_client, organisation)
    work(only_export()).file.unlink()

    gone = owner_client.get(reverse("download_document", args=[organisation.pk, only_export().pk]))
    ask(owner_client, organisation)

    assert (gone.status_code, only_export().state) == (404, Progress.PENDING)
    assert len(only_export().dossier) > 0


def test_name_of_the_file_says_what_it_is(owner_client, organisation):
    organisation.name = 'L’Été \u202e"bleu"/vert\r\nX: 1'
    organisation.save()
    export = make_export(organisation, pdf=PDF)

    answer = owner_client.get(reverse("download_document", args=[organisation.pk, export.pk]))

    told = answer["Content-Disposition"]
    assert told.startswith("attachment; filename*=utf-8''L%E2%80%99%C3%89t%C3%A9")
    assert ("\n" in told, "%E2%80%AE" in told) == (False, False)


def test_removed_member_finds_no_document(organisation, client_of):
    reader = make_member(organisation, Roles.READER)
    client = client_of(reader)
    export = make_export(organisation, pdf=PDF)
    address = reverse("download_document", args=[organisation.pk, export.pk])
    before = client.get(address).content

    Membership.objects.filter(user=reader).delete()

    assert (before, client.get(address).status_code) == (PDF, 404)


def test_preview_shows_the_same_words_in_the_language_asked(reader_client, organisation):
    say(organisation, "Une maison <b>qui</b> répare")
    address = reverse("preview_document", args=[organisation.pk])

    page = reader_client.get(address, {"language": "en"}).content.decode()

    assert "Une maison &lt;b&gt;qui&lt;/b&gt; répare" in page
    assert "Working draft as of" in page
    assert page.count("<h1") == 1


def test_documents_say_what_would_be_missing(reader_client, organisation):
    page = reader_client.get(reverse("documents", args=[organisation.pk])).content.decode()

    assert ("27 questions à compléter" in page, "décisions à confirmer" in page) == (True, True)


def test_list_of_documents_costs_the_same_at_1_and_5(
    owner_client, organisation, django_assert_num_queries
):
    address = reverse("documents", args=[organisation.pk])
    make_export(organisation, pdf=PDF)
    owner_client.get(address)
    with django_assert_num_queries(13):
        owner_client.get(address)
    for _ in range(4):
        make_export(organisation, pdf=PDF)

    with django_assert_num_queries(13):
        owner_client.get(address)


def test_unknown_language_is_refused_in_a_sentence(owner_client, organisation):
    answer = owner_client.post(
        reverse("make_document", args=[organisation.pk]), {"language": "xx"}, follow=True
    )

    with scope(organisation=organisation):
        assert Export.objects.count() == 0
    assert "Choisissez la langue du document." in answer.content.decode()


def test_files_that_nobody_names_are_swept(organisation):
    kept = make_export(organisation, pdf=PDF)
    lost = kept.file.with_name("lost.pdf")
    lost.write_bytes(PDF)

    assert (sweep(), lost.exists(), kept.file.exists()) == (1, False, True)


def test_worker_takes_up_what_was_left(organisation):
    export = make_export(organisation, state=Progress.RUNNING)

    making.resume()

    export.refresh_from_db()
    assert export.state == Progress.PENDING


def test_export_command_writes_the_file_and_nothing_beside_it(organisation, tmp_path):
    output, told = tmp_path / "out" / "strategie.pdf", StringIO()
    output.parent.mkdir()

    call_command("export", organisation.name, lang="en", output=output, stdout=told)

    assert output.read_bytes()[:5] == b"%PDF-"
    assert [path.name for path in output.parent.iterdir()] == ["strategie.pdf"]
    assert told.getvalue().startswith(str(output))


def test_export_command_says_why_it_failed(organisation, tmp_path, monkeypatch):
    def fail(*_):
        raise child.LimitReachedError("memory")

    monkeypatch.setattr(production, "produce", fail)

    with pytest.raises(CommandError, match="trop grand"):
        call_command("export", str(organisation.pk), output=tmp_path / "x.pdf")


def test_last_change_is_that_of_answers_too(organisation):
    before = actions.last_change(organisation)

    say(organisation, "Neuf")

    assert actions.last_change(organisation) > before
