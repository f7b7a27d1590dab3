"""What a choice would entail, counted rather than told."""

from collections.abc import Callable, Iterator

from django.utils.translation import ngettext

from conclusions.domain.consequences import Consequences

# What is counted rather than told in the few words of an option.
COUNTED: tuple[tuple[str, Callable[[int], str]], ...] = (
    (
        "duties_added",
        lambda count: ngettext(
            "%(count)d rappel juridique de plus", "%(count)d rappels juridiques de plus", count
        ),
    ),
    (
        "duties_removed",
        lambda count: ngettext(
            "%(count)d rappel juridique de moins", "%(count)d rappels juridiques de moins", count
        ),
    ),
    (
        "opened",
        lambda count: ngettext(
            "%(count)d décision de plus à prendre", "%(count)d décisions de plus à prendre", count
        ),
    ),
    (
        "closed",
        lambda count: ngettext(
            "%(count)d décision sans objet", "%(count)d décisions sans objet", count
        ),
    ),
    (
        "clauses_added",
        lambda count: ngettext("%(count)d article ajouté", "%(count)d articles ajoutés", count),
    ),
    (
        "clauses_removed",
        lambda count: ngettext("%(count)d article retiré", "%(count)d articles retirés", count),
    ),
    (
        "outdated",
        lambda count: ngettext(
            "%(count)d texte écrit à la main à relire",
            "%(count)d textes écrits à la main à relire",
            count,
        ),
    ),
)


def counted(found: Consequences) -> Iterator[str]:
    """How many duties, decisions and articles more or fewer."""
    for name, words in COUNTED:
        if count := len(getattr(found, name)):
            yield words(count) % {"count": count}


def appear(count: int) -> str:
    """How many contradictions and reminders appear."""
    return ngettext(
        "%(count)d contradiction ou rappel apparaît",
        "%(count)d contradictions ou rappels apparaissent",
        count,
    )


def fade(count: int) -> str:
    """How many contradictions and reminders disappear."""
    return ngettext(
        "%(count)d contradiction ou rappel disparaît",
        "%(count)d contradictions ou rappels disparaissent",
        count,
    )
