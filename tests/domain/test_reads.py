"""What a rule has read is a sequence like any other, whatever it is made of."""

from conclusions.domain.dossier import Dossier, Read, cells
from conclusions.domain.reads import first_row
from tests.conclusions import dossier

HEADER = Read("question", "opening", "header/opens_on", "2027-02-02")
FIRST = Read("question", "messages", "rows/messages/messages1/due", "2027-01-01")
SECOND = Read("question", "messages", "rows/messages/messages2/due", None)
READ = Dossier(
    dossier(
        opening={"opens_on": "2027-02-02"},
        messages={"messages": [{"due": "2027-01-01"}, {"proof": "En ligne"}]},
    )
)
DUE = cells(READ.rows("messages.messages"), "due")


def test_cells_read_as_their_values():
    assert list(DUE) == [FIRST, SECOND]
    assert (len(DUE), DUE[1], DUE[:1]) == (2, SECOND, (FIRST,))
    assert repr(DUE) == repr((FIRST, SECOND))


def test_reads_are_equal_to_the_same_in_another_shape():
    assert DUE == (FIRST, SECOND)
    assert DUE != (SECOND, FIRST)
    assert DUE != "due"


def test_reads_are_added_in_order():
    opens, before = READ.header("opening").read("opens_on"), (HEADER,)

    assert opens + DUE == (HEADER, FIRST, SECOND)
    assert before + DUE == [HEADER, FIRST, SECOND]
    assert len(before + DUE) == len(opens + DUE) == 3


def test_first_row_is_found_in_what_was_read_of_its_table():
    joined = READ.header("opening").read("opens_on") + DUE

    assert first_row(joined, "messages", "messages") == "messages1"
    assert first_row((HEADER, SECOND), "messages", "messages") == "messages2"
    assert first_row(joined, "opening", "prerequisites") == ""
    assert first_row((HEADER,), "messages", "messages") == ""


def test_no_cell_is_nothing_read():
    assert not cells((), "due")
    assert not DUE[:0]
