"""What follows, told to the overview: pictures where a picture says it, a sentence elsewhere."""

from conclusions.pages.glance import GlancePage
from conclusions.reading import Reading
from organisations.models import Organisation
from strategy import glances
from strategy.glances import Glance


def register() -> None:
    """Tell the overview."""
    glances.providers.append(glance)


def glance(organisation: Organisation) -> Glance:
    """What follows from the dossier that the page has read already."""
    return Glance("conclusions/glance.html", GlancePage(Reading.last(organisation)))
