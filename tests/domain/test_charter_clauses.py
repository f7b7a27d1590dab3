"""The published text: assembled, completed, written by hand; and what the charter lacks."""

from charter.domain.clauses import article, preview, published
from charter.domain.loading import charter
from charter.domain.progress import progress
from tests.charters import entry

FRENCH, ENGLISH = charter("fr"), charter("en")


def text(decision_id: str, found: dict[str, object], *, language: str = "fr") -> str:
    content = charter(language)
    decision = content.by_id[decision_id]
    return article(content, decision, found, organisation="Atelier").text


def preset(preset_id: str) -> dict[str, dict[str, object]]:
    choices = FRENCH.preset(preset_id).choices
    return {name: entry(*options) for name, options in choices.items()}


def test_clause_takes_its_blanks_from_the_details():
    found = entry("public_community", name="L’Atelier", host="Hébergeur SA")
    assert text("space", found) == (
        "Cet espace, L’Atelier, est édité par Atelier. Il est hébergé par Hébergeur SA. "
        "Ses contenus sont visibles de tous, moteurs de recherche compris."
    )


def test_a_detail_not_given_says_its_default():
    assert "à partir de 15 ans" in text("age", entry("fifteen_and_over"))
    assert "à partir de 13 ans" in text("age", entry("fifteen_and_over", minimum_age="13"))


def test_values_are_told_in_the_language_of_the_charter():
    spans = [{"day": "monday", "from": "09:00", "to": "18:00"}]
    found = entry("business_hours", weekly_hours=spans)
    assert text("hours", found, language="en") == (
        "We review reports at these times: Monday, 09:00–18:00. "
        "Response time we aim for: 4\N{NO-BREAK SPACE}working hours."
    )


def test_the_base_comes_before_the_option_that_asks_for_it():
    found = entry("yearly_figures", base="notice_and_history")
    said = text("charter_life", found)
    assert said.index("30 jours avant") < said.index("Chaque année")


def test_added_options_follow_the_main_one():
    decision = FRENCH.by_id["criticism"]
    main, added = (decision.option(x).clause for x in ("free", "individual_cases_routed"))
    assert text("criticism", entry("free", "individual_cases_routed")) == f"{main} {added}"


def test_a_blank_left_open_is_shown_and_named():
    found = article(FRENCH, FRENCH.by_id["space"], entry("public_community"), organisation="A")
    assert found.missing == ("nom de l’espace", "hébergeur")
    assert "[à compléter" in found.text
    assert [piece.blank for piece in found.paragraphs[0].pieces if piece.blank] == [
        "nom de l’espace",
        "hébergeur",
    ]


def test_no_brace_reaches_any_document():
    for content in (FRENCH, ENGLISH):
        for decision in content.decisions:
            for option in decision.options:
                said = preview(content, decision, option.id, {}, organisation="A").text
                assert not set("{}") & set(said)


def test_a_clause_written_by_hand_replaces_the_assembled_one():
    found = entry("free", clause="À nous.\n\nÀ vous.", clause_of=["free"])
    written = article(FRENCH, FRENCH.by_id["criticism"], found, organisation="A")
    assert [each.text for each in written.paragraphs] == ["À nous.", "À vous."]
    assert (written.edited, written.outdated) == (True, False)


def test_a_clause_written_for_another_choice_is_marked():
    found = entry("no_solicitation", clause="À nous.", clause_of=["free"])
    assert article(FRENCH, FRENCH.by_id["criticism"], found, organisation="A").outdated
    found = entry("on_call", base="extended_hours", clause="…", clause_of=["on_call"])
    assert article(FRENCH, FRENCH.by_id["hours"], found, organisation="A").outdated


def test_a_hand_written_clause_keeps_its_blanks():
    assembled = text("space", entry("public_community"))
    found = entry("public_community", clause=assembled)
    space = FRENCH.by_id["space"]
    assert article(FRENCH, space, found, organisation="A").missing == (
        "nom de l’espace",
        "hébergeur",
    )
    found = entry("public_community", clause=assembled, name="L’Atelier", host="H")
    assert article(FRENCH, space, found, organisation="A").missing == ()


def test_a_hand_written_blank_that_nobody_knows_is_left_open():
    found = entry("free", clause="Le texte {{ reste }}.\n{some_page}")
    written = article(FRENCH, FRENCH.by_id["criticism"], found, organisation="A")
    assert written.missing == ("some page",)
    assert written.text.startswith("Le texte {{ reste }}.\n\n[à compléter")


def test_a_hand_written_clause_without_a_choice_says_nothing():
    found = {"value": {"header": {"clause": "À nous."}}}
    assert article(FRENCH, FRENCH.by_id["criticism"], found, organisation="A").text == ""


def test_an_option_without_a_clause_says_nothing():
    promotion = FRENCH.by_id["promotion"]
    assert preview(FRENCH, promotion, "no_rule", {}, organisation="A").text == ""
    assert preview(FRENCH, promotion, "unknown", {}, organisation="A").pieces == ()


def test_published_charter_has_an_article_for_each_decision_that_applies():
    decided = preset("small_team_page") | {"registration": entry("no_account")}
    found = published(FRENCH, decided, organisation="Atelier")
    assert [each.decision.number for each in found.articles] == [
        1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 20,
    ]  # fmt: skip
    assert found.title == FRENCH.words.title
    assert found.minutes == 3
    assert found.text.startswith(f"{found.title}\n\nCet espace\n\nCet espace, ")


def test_published_charter_of_guests_says_so_in_its_title():
    found = published(FRENCH, {"space": entry("independent_community")}, organisation="A")
    assert found.title == "Notre conduite chez vous"
    assert len(found.articles) == 1


def test_an_empty_charter_takes_one_minute():
    assert published(FRENCH, {}, organisation="A").minutes == 1


def test_article_says_whether_it_is_confirmed():
    age = FRENCH.by_id["age"]
    assert not article(FRENCH, age, entry("adults_only"), organisation="A").confirmed
    confirmed = entry("adults_only", state="confirmed")
    assert article(FRENCH, age, confirmed, organisation="A").confirmed


def test_progress_of_nothing_is_twenty_decisions_to_take():
    found = progress(FRENCH, {})
    assert (len(found.applicable), len(found.confirmed), len(found.to_confirm)) == (20, 0, 0)
    assert [each.what for each in found.missing] == ["undecided"] * 20


def test_progress_tells_what_each_decision_lacks():
    decided = {
        "space": entry("independent_community", state="confirmed"),
        "promotion": entry("no_rule"),
        "official_voices": entry(
            "brand_account", clause="Un seul compte.", clause_of=["assistant"]
        ),
        "registration": entry("no_account"),
    }
    found = progress(FRENCH, decided)
    assert [each.id for each in found.confirmed] == ["space"]
    assert [each.id for each in found.to_confirm] == ["promotion", "official_voices"]
    assert found.undecided == ()
    assert [(each.decision.id, each.what) for each in found.missing] == [
        ("space", "blank"),
        ("promotion", "refused"),
        ("promotion", "to_confirm"),
        ("official_voices", "outdated"),
        ("official_voices", "to_confirm"),
    ]
    assert found.missing[0].label == "nom de l’espace"


def test_nothing_is_missing_when_every_decision_that_applies_is_confirmed():
    decided = {
        "space": entry("independent_community", name="Le Club", state="confirmed"),
        "promotion": entry("forbidden", state="confirmed"),
        "official_voices": entry("brand_account", state="confirmed"),
    }
    assert progress(FRENCH, decided).missing == ()


def test_progress_names_confirmed_decisions_whose_blanks_are_open():
    decided = {
        "space": entry("independent_community", state="confirmed"),
        "promotion": entry("forbidden", state="confirmed"),
    }

    assert [each.id for each in progress(FRENCH, decided).unfilled] == ["space"]
