"""What must hold between the words of the rules and their functions, each breach a sentence."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from charter.domain.decisions import Charter
from conclusions.domain import course_words, rules, theme_words
from conclusions.domain.audiences import circle_words
from conclusions.domain.dossier import DECISION, QUESTION
from conclusions.domain.plan import soundness as plan
from conclusions.domain.registry import RULES
from conclusions.domain.rulebook import CONTENT, Legal, Rulebook, RuleWords, Target, load
from conclusions.domain.tools import toolbox, watching
from conclusions.domain.trust import words as promise_words
from conclusions.domain.workload import assumptions
from strategy.domain.loading import LANGUAGES, STRUCTURE, tells_mistakes
from strategy.domain.questionnaire import Questionnaire
from strategy.domain.soundness import homes, with_files

REGISTERED = rules.__all__
# What each theme finds wrong in its own file: (language, folder) to sentences.
THEMES: tuple[Callable[[str, Path], Iterator[str]], ...] = (
    circle_words.problems,
    course_words.problems,
    plan.problems,
    promise_words.problems,
    theme_words.problems,
    toolbox.problems,
    watching.problems,
)


def find_problems(
    asked: Questionnaire, charter: Charter, folder: Path = CONTENT, codes: Iterable[str] = RULES
) -> Iterator[str]:
    """Every mistake in the content, so that an editor mends them in one pass."""
    yield from _rules(asked, charter, folder, codes)
    for problems in THEMES:
        for language in LANGUAGES:
            yield from problems(language, folder)
    yield from assumptions.problems(asked, charter, folder)


@tells_mistakes
def _rules(
    asked: Questionnaire, charter: Charter, folder: Path, codes: Iterable[str]
) -> Iterator[str]:
    book = load(STRUCTURE, folder)
    found_in = homes(sorted(folder.glob("rules/*.toml")), "rule")
    yield from with_files(_codes(book, set(codes)), found_in)
    yield from with_files(_of_book(book, asked, charter), found_in)


def _of_book(book: Rulebook, asked: Questionnaire, charter: Charter) -> Iterator[str]:
    for rule in book.rules:
        yield from _excludes(rule, book)
        yield from _texts(rule)
        if not rule.mends:
            yield f"{rule.code}: no way to mend it."
        for mend in chain(rule.mends, *rule.variant_mends.values()):
            if not _leads(mend.target, asked, charter):
                yield f"{rule.code}: '{mend.to}' leads nowhere."


def _codes(book: Rulebook, known: set[str]) -> Iterator[str]:
    worded = Counter(rule.code for rule in book.rules)
    for code in sorted(known - set(worded)):
        yield f"{code}: a rule without words."
    for code in sorted(set(worded) - known):
        yield f"{code}: words without a rule."
    for code, count in worded.items():
        if count > 1:
            yield f"{code}: stands {count} times, once may."


def _excludes(rule: RuleWords, book: Rulebook) -> Iterator[str]:
    for code in rule.excludes:
        other = book.by_code.get(code)
        if other is None or rule.code not in other.excludes:
            yield f"{rule.code}: excludes '{code}', which does not exclude it."


def _texts(rule: RuleWords) -> Iterator[str]:
    for wording in (rule.wording, *rule.variants.values()):
        for text in wording.legal:
            yield from _text(rule.code, text)


def _text(code: str, text: Legal) -> Iterator[str]:
    if text.checked is not None and type(text.checked) is not date:
        yield f"{code}: checked is a date, or is left out."
    if text.source and not text.source.startswith(("https://", "http://")):
        yield f"{code}: source is an address."


def _leads(to: Target, asked: Questionnaire, charter: Charter) -> bool:
    known: dict[str, Callable[[], bool]] = {
        QUESTION: lambda: _in_question(to, asked),
        DECISION: lambda: _in_decision(to, charter),
    }
    return known.get(to.kind, lambda: bool(to.field))()


def _in_question(to: Target, asked: Questionnaire) -> bool:
    question = asked.by_id.get(to.id)
    if question is None or not to.field:
        return question is not None and bool(question.page)
    table = question.table(to.field)
    if table is not None:
        return not to.column or table.column(to.column) is not None
    return not to.column and question.field(to.field) is not None


def _in_decision(to: Target, charter: Charter) -> bool:
    decision = charter.by_id.get(to.id)
    return decision is not None and (not to.field or decision.detail(to.field) is not None)
