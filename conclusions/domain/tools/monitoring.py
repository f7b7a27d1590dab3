"""The monitoring pack: boolean queries and feeds, written from the words that are watched."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from conclusions.domain.dossier import Cells, Dossier
from conclusions.domain.tools.watching import Language, Watching, watching

TERMS, SOURCES = "monitoring_pack.terms", "monitoring_pack.sources"
ANY = "any"
# Search engines ignore what comes after some thirty words: a longer list makes two queries.
MOST = 10
QUOTES = re.compile(r"[\"“”«»„‟]")
SPACES = re.compile(r"\s+")
SEPARATORS = re.compile(r"[,;\n]")
DEFAULTS = {"fr": "french", "en": "english"}


@dataclass(frozen=True, slots=True)
class Term:
    """One exact phrase: in which language, with which words beside it, without which others."""

    words: str
    language: str = ANY
    beside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """True when it asks for nothing beside it and leaves nothing out."""
        return not (self.beside or self.without)


@dataclass(frozen=True, slots=True)
class Query:
    """One query: `boolean` with AND, OR and NOT; `search` as news engines take it."""

    title: str
    purpose: str
    language: Language
    boolean: str
    search: str


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, as a reader subscribes to it; `group` is the folder it stands in."""

    group: str
    title: str
    address: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that a monitoring pack gives."""

    queries: tuple[Query, ...]
    feeds: tuple[Feed, ...]


def phrase(said: str) -> str:
    """The words alone: no quotation marks, single spaces."""
    return SPACES.sub(" ", QUOTES.sub(" ", said)).strip()


def phrases(said: str) -> tuple[str, ...]:
    """Each phrase of a list separated by commas, once."""
    found = (phrase(each) for each in SEPARATORS.split(said))
    return tuple(dict.fromkeys(each for each in found if each))


def terms(dossier: Dossier, *kinds: str) -> tuple[Term, ...]:
    """The words that stand for one of these things; our own name is always among names."""
    own = [Term(phrase(_text(dossier.profile.get("name"))))] if "name" in kinds else []
    rows = [row for row in dossier.rows(TERMS) if row.get("stands_for") in kinds]
    found = {each.words.casefold(): each for each in (*own, *map(_term, rows)) if each.words}
    return tuple(found.values())


def _term(row: Cells) -> Term:
    return Term(
        phrase(_text(row.get("term"))),
        _text(row.get("language")) or ANY,
        phrases(_text(row.get("beside"))),
        phrases(_text(row.get("without"))),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def pack(dossier: Dossier, language: str) -> Pack:
    """The queries and feeds of a dossier, each address once; their titles in this language."""
    known = watching(language)
    queries = tuple(_queries(dossier, known))
    feeds = [*_own_feeds(dossier, known), *_news_feeds(queries, known)]
    return Pack(queries, tuple({each.address: each for each in reversed(feeds)}.values())[::-1])


def searched(dossier: Dossier, known: Watching) -> tuple[Language, ...]:
    """The languages that words name, or the dossier's own when none does."""
    named = {_text(row.get("language")) for row in dossier.rows(TERMS)}
    found = tuple(each for each in known.languages if each.id in named)
    default = DEFAULTS.get(_text(dossier.profile.get("language")), DEFAULTS["fr"])
    return found or (known.by_language[default],)


def _queries(dossier: Dossier, known: Watching) -> Iterator[Query]:
    """Each once; under the name of its language, but for what every language has in common."""
    languages = searched(dossier, known)
    seen: set[str] = set()
    for watch in known.watches:
        found = {each.id: list(_written(watch.id, dossier, each)) for each in languages}
        common = set.intersection(*({said for said, _search in each} for each in found.values()))
        for language in languages:
            titled = known.words["named"].format(title=watch.title, language=language.title)
            for number, written in enumerate(found[language.id], 1):
                if written[0] not in seen:
                    whole = watch.title if written[0] in common else titled
                    title = _numbered(whole, number, known)
                    yield Query(title, watch.purpose, language, *written)
                seen.add(written[0])


def _numbered(title: str, number: int, known: Watching) -> str:
    return known.words["numbered"].format(title=title, number=number) if number > 1 else title


Written = tuple[str, str]


def _written(watch: str, dossier: Dossier, language: Language) -> Iterator[Written]:
    """The queries of one way of watching, in one language: boolean, and as engines take it."""

    def of(*kinds: str) -> tuple[Term, ...]:
        return tuple(t for t in terms(dossier, *kinds) if t.language in (ANY, language.id))

    names = of("name", "misspelling")
    plans: dict[str, tuple[tuple[Term, ...], Sequence[str]]] = {
        "names": (names, ()),
        "alert": (names, language.alert),
        "leaders": (of("leader"), _words(names)),
        "products": (of("product"), _words(names)),
        "competitors": (of("competitor"), ()),
        "comparison": (of("competitor"), _words(names)),
        "subjects": (of("subject"), ()),
    }
    found, beside = plans[watch]
    if watch == "comparison" and not names:
        return
    for group in _groups(found):
        yield _query(group, beside)


def _words(found: Iterable[Term]) -> tuple[str, ...]:
    return tuple(each.words for each in found)[:MOST]


def _groups(found: Sequence[Term]) -> Iterator[Sequence[Term]]:
    """Words that may share a query: those that stand alone, ten at most; each other by itself."""
    plain = [each for each in found if each.is_plain]
    for start in range(0, len(plain), MOST):
        yield plain[start : start + MOST]
    for each in found:
        if not each.is_plain:
            yield [each]


def _query(group: Sequence[Term], beside: Sequence[str]) -> Written:
    """One query; the words of a term that must stand beside it replace the general ones."""
    company = group[0].beside or tuple(beside)
    without = tuple(dict.fromkeys(word for each in group for word in each.without))
    parts = [_any_of(_words(group)), *([_any_of(company)] if company else [])]
    boolean = " AND ".join(parts) + (f" NOT {_any_of(without)}" if without else "")
    search = " ".join([*parts, *(f"-{_quoted(word)}" for word in without)])
    return boolean, search


def _any_of(words: Sequence[str]) -> str:
    if len(words) == 1:
        return _quoted(words[0])
    return f"({' OR '.join(map(_quoted, words))})"


def _quoted(word: str) -> str:
    return f'"{word}"'


def _own_feeds(dossier: Dossier, known: Watching) -> Iterator[Feed]:
    for row in dossier.rows(SOURCES):
        address = _text(row.get("address"))
        if address:
            title = _text(row.get("source")) or address
            yield Feed(known.words["own"], title, address, _text(row.get("page")))


def _news_feeds(queries: Iterable[Query], known: Watching) -> Iterator[Feed]:
    for query in queries:
        for engine in known.engines:
            language = query.language
            typed = quote(query.search, safe="", errors="replace")
            blanks = {"code": language.code, "country": language.country}
            address = engine.feed.format(query=typed, **blanks)
            yield Feed(known.words["engines"], f"{query.title} – {engine.title}", address)
