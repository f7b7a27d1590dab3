"""Weekly hours read as people type them, and written so that they read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy.domain.weekly import DAYS, UnreadableHoursError, parse, write


def span(day, start, end):
    return {"day": day, "from": start, "to": end}


clocks = st.integers(0, 24 * 60).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")
spans = st.builds(
    lambda day, times: span(day, *sorted(times)),
    st.sampled_from(DAYS),
    st.lists(clocks, min_size=2, max_size=2, unique=True),
)


@given(st.lists(spans, min_size=1, max_size=20), st.sampled_from(["fr", "en"]))
def test_written_hours_read_as_the_same_hours(ranges, language):
    read = parse(write(ranges, language))

    assert sorted(map(str, read)) == sorted(map(str, ranges))


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        ranges = parse(text)
    except UnreadableHoursError:
        return

    assert all(each["from"] < each["to"] for each in ranges)


@pytest.mark.parametrize(
    "text",
    [
        "lun-ven 9h-18h",
        "du lundi au vendredi".removeprefix("du ") + " 9h à 18h",
        "mon-fri 9-18",
        "Monday to Friday: 9:00 to 18:00",
        "LUN. – VEN.  9 h – 18 h",
    ],
)
def test_week_is_read_in_both_languages(text):
    assert parse(text) == [span(day, "09:00", "18:00") for day in DAYS[:5]]


@pytest.mark.parametrize("separator", ["; ", ", ", "\n"])
def test_ranges_are_separated(separator):
    assert parse(separator.join(["lun 9h-12h", "lun 14h-18h30"])) == [
        span("monday", "09:00", "12:00"),
        span("monday", "14:00", "18:30"),
    ]


def test_day_may_end_at_midnight():
    assert parse("dim 20h-24h") == [span("sunday", "20:00", "24:00")]


@pytest.mark.parametrize(
    "text",
    [
        "toujours",
        "lun",
        "xyz 9h-12h",
        "lun-xyz 9h-12h",
        "ven-lun 9h-12h",
        "lun 18h-9h",
        "lun 9h-9h",
        "lun 9h-25h",
        "lun 9h75-12h",
        "lun :-:",
        "lun 24h-24h30",
    ],
)
def test_what_is_no_range_is_refused_with_its_part(text):
    with pytest.raises(UnreadableHoursError, match=text.replace("-", ".")):
        parse(f"mar 9h-12h; {text}")


def test_nothing_typed_is_no_hours():
    assert parse(" ; \n") == []


def test_unknown_language_is_written_in_english():
    assert write(parse("lun 9-12"), "de") == "mon 09:00-12:00"
