"""What an answer says, read from its value."""

from strategy.domain.answers import rows, total


def people(*hours):
    said = [{"id": str(place)} | ({"h": each} if each else {}) for place, each in enumerate(hours)]
    return {"header": {}, "tables": {"people": said}}


def test_rows_are_those_of_the_table():
    assert rows(people("1"), "people") == [{"id": "0", "h": "1"}]
    assert rows(people("1"), "other") == []
    assert rows({}, "people") == []


def test_total_is_the_sum_in_decimals():
    assert total(people("0.1", "0.2", None), "people.h") == "0.3"
    assert total(people("40", "60"), "people.h") == "100"


def test_total_of_numbers_is_written_one_way():
    assert total(people("1.50"), "people.h") == "1.5"
    assert total(people("0", None), "people.h") == "0"


def test_total_leaves_out_what_is_no_number():
    assert total(people("beaucoup", "2"), "people.h") == "2"


def test_total_of_rows_that_say_no_number_is_none():
    assert total(people(None), "people.h") is None


def test_total_of_no_row_is_none():
    assert total(people(), "people.h") is None
    assert total({}, "people.h") is None
