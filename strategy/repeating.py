"""What rows say twice where it may stand once, in sentences: at each row, and for the whole."""

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strategy.domain import telling
from strategy.domain.flat import Flat, Value, unflatten
from strategy.domain.questionnaire import Question, Table
from strategy.domain.repeats import Repeat, repeats
from strategy.offered import Offered

Sentences = dict[str, list[str]]


def at_rows(question: Question, value: Value, offered: Offered) -> Sentences:
    """The sentences of each row as HTML, by the unit that it is."""
    found: Sentences = {}
    for each in repeats(question.tables, value):
        unit = f"rows/{each.table.id}/{each.row}"
        found.setdefault(unit, []).append(_sentence(each, value, offered))
    waits = _("La réponse attend, en brouillon, que ce soit réglé.")
    return {unit: [*sentences, waits] for unit, sentences in found.items()}


def _sentence(repeat: Repeat, value: Value, offered: Offered) -> SafeString:
    names = _names(repeat.table, value, offered)
    words = {
        "label": repeat.column.label,
        "said": offered.plain.tell(repeat.column, repeat.said).words,
        "others": format_html_join(", ", "{}", ([names[each]] for each in repeat.others)),
    }
    escaped = {name: conditional_escape(value) for name, value in words.items()}
    if repeat.column.single:
        sentence = ngettext(
            "« %(label)s » : une seule ligne peut dire oui, et %(others)s le dit aussi.",
            "« %(label)s » : une seule ligne peut dire oui, et d’autres aussi : %(others)s.",
            len(repeat.others),
        )
    else:
        sentence = _("« %(label)s » : %(said)s est aussi celui de : %(others)s.")
    return SafeString(sentence % escaped)


def _names(table: Table, value: Value, offered: Offered) -> dict[str, SafeString]:
    """What each row is called: its number, and its words when it has some.

    The number is the place that is stored; a page that shows blank rows between puts its own.
    """
    told = telling.row_names(offered.plain, table, value)
    return {
        row["id"]: format_html(
            '{} <span data-number-of="{}">{}</span>{}',
            table.row,
            row["id"],
            number,
            f" ({told[row['id']].words})" if row["id"] in told else "",
        )
        for number, row in enumerate(value["tables"][table.id], 1)
    }


def why_unfinished(question: Question, paths: Flat) -> list[str]:
    """Why the answer may not be said to be finished: a sentence for each such column."""
    columns = {each.column.id: each.column for each in repeats(question.tables, unflatten(paths))}
    return [
        _("« %(label)s » : plusieurs lignes disent oui, une seule le peut.") % {"label": each.label}
        if each.single
        else _("« %(label)s » : deux lignes disent la même chose.") % {"label": each.label}
        for each in columns.values()
    ]
