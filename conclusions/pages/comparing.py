"""What is compared two by two: the options of a decision, or what a main choice could say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from charter.domain.clauses import article
from charter.domain.decisions import Decision
from charter.domain.loading import charter
from conclusions.domain.candidates import MAIN, Candidate, MainChoice, options
from conclusions.domain.consequences import Standing
from conclusions.domain.dossier import QUESTION
from conclusions.domain.findings import Place
from conclusions.pages.course import CoursePage
from conclusions.reading import Reading
from strategy.domain.questionnaire import Field

# The choices that the table of courses speaks of.
AT_COURSE = ("priority", "horizon")
NOTHING = "–"

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing said of one side; `follows` is false for what a choice says of itself."""

    title: str
    lines: Lines
    language: str = ""
    follows: bool = True


Own = Iterator[Told]


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to choose: its title, where one chooses, what could be chosen, in words."""

    title: str
    url: str
    place: str
    candidates: tuple[Candidate, ...]
    label: Callable[[Candidate], str]
    own: Callable[[Candidate, Standing], Own]


def subject_of(reading: Reading, name: str) -> Subject:
    """The decision or the main choice of that id; Http404 when there is none."""
    decision = reading.narrator.charter.by_id.get(name)
    if decision is not None:
        return _decision(reading, decision)
    if name not in MAIN:
        raise Http404
    return _choice(reading, MAIN[name])


def _decision(reading: Reading, decision: Decision) -> Subject:
    titles = {each.id: each.title for each in decision.options}

    def own(candidate: Candidate, after: Standing) -> Own:
        option = decision.option(candidate.id)
        if option is not None:
            yield Told(_("Pour"), (option.pros,), follows=False)
            yield Told(_("Contre"), (option.cons,), follows=False)
            yield Told(_("Quand"), (option.when,), follows=False)
        language = reading.organisation.language
        content = charter(language)
        entry = after.dossier.decided.get(decision.id, {})
        name = reading.organisation.name
        said = article(content, content.by_id[decision.id], entry, organisation=name)
        lines = tuple(each.text for each in said.paragraphs)
        yield Told(_("Ce que dirait la charte"), lines, language, follows=False)

    return Subject(
        title=decision.title,
        url=reverse("decision", args=[reading.organisation.pk, decision.id]),
        place=f"{decision.number}. {decision.title}",
        candidates=options(reading.dossier, decision),
        label=lambda candidate: titles[candidate.id],
        own=own,
    )


def _choice(reading: Reading, choice: MainChoice) -> Subject:
    path = f"rows/{choice.table}" if choice.table else choice.path
    place = Place(QUESTION, choice.question, path)
    field, page = field_of(reading, choice), CoursePage(reading)

    def own(candidate: Candidate, after: Standing) -> Own:
        pair = {choice.id: str(candidate.value)} if choice.id in AT_COURSE else {}
        entry = page.entry_at(pair.get("priority", ""), pair.get("horizon", ""))
        for each in entry.aspects if pair and entry else ():
            means = (f"{entry.means_label}.",) if entry and each.id == "means" else ()
            yield Told(each.label, (*means, *each.sentences), follows=False)

    return Subject(
        title=field.label,
        url=reading.url(place),
        place=reading.narrator.title(place),
        candidates=tuple(choice.candidates(reading.dossier)),
        label=lambda candidate: label_of(reading, choice, candidate),
        own=own,
    )


def field_of(reading: Reading, choice: MainChoice) -> Field:
    """The field that holds a main choice; KeyError when the content has none."""
    question = reading.narrator.asked.by_id[choice.question]
    table = question.table(choice.table)
    field = table.column(choice.field) if table else question.field(choice.field)
    if field is None:
        raise KeyError(choice.field)
    return field


def label_of(reading: Reading, choice: MainChoice, candidate: Candidate) -> str:
    """What a candidate is called."""
    if choice.id != "contributions":
        return reading.teller.tell(field_of(reading, choice), candidate.value).words
    known = reading.teller.rows["places.places"].get(candidate.row)
    words = {"place": known.words if known else reading.narrator.book.words["unnamed"]}
    if candidate.value:
        return _("%(place)s : ouvert aux contributions") % words
    return _("%(place)s : fermé aux contributions") % words
