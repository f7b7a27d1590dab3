"""The load of `make bench` is what it says: sixteen visitors, each in a place of their own."""

from tests.load import storm, visitors
from tests.load.served import Site


def test_sixteen_visitors_type_each_in_a_place_of_their_own(organisation):
    site = Site(port=1, workers=[], **visitors.main())

    gathered = storm._visitors(site)

    assert len({(each.question, each.place) for each in gathered}) == len(gathered) == 16
    assert len({each.session for each in gathered}) == 16
