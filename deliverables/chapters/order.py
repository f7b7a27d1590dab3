"""The chapters on what follows, in the order in which they stand."""

from collections.abc import Callable, Iterator

from deliverables.chapters.circles import circles_chapter
from deliverables.chapters.course import course_chapter
from deliverables.chapters.crisis import crisis_chapter
from deliverables.chapters.following import Following
from deliverables.chapters.indicators import indicators_chapter
from deliverables.chapters.living import living_chapter
from deliverables.chapters.plan import plan_chapter
from deliverables.chapters.practices import practices_chapter
from deliverables.chapters.roles import roles_chapter
from deliverables.chapters.toolbox import toolbox_chapter
from deliverables.chapters.trust import trust_chapter
from deliverables.chapters.workload import workload_chapter
from deliverables.tree import Chapter

# A chapter, or none when there is nothing to say in it.
Composed = Callable[[Following], Iterator[Chapter]]

# Before the answers: where one goes, and with whom.
BEFORE_ANSWERS: tuple[Composed, ...] = (course_chapter, circles_chapter)
# After the contradictions: what is to be done, by whom, measured how, promised to whom.
AFTER_CONTRADICTIONS: tuple[Composed, ...] = (
    plan_chapter,
    indicators_chapter,
    roles_chapter,
    workload_chapter,
    crisis_chapter,
    toolbox_chapter,
    trust_chapter,
    practices_chapter,
    living_chapter,
)


def chapters(following: Following, composed: tuple[Composed, ...]) -> Iterator[Chapter]:
    """These chapters, those that have something to say."""
    return (chapter for compose in composed for chapter in compose(following))
