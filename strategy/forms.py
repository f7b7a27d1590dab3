"""One unit of saving as a form: the header of a question or one row of a table.

A unit is always posted whole. Its `mine` gives what was typed as paths (see domain/flat.py).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.language import page_language
from strategy import fields
from strategy.domain import limits, shares, telling
from strategy.domain.flat import Flat
from strategy.domain.questionnaire import Field, Kind
from strategy.offered import Offered, Pairs
from strategy.remarks import Remark
from strategy.suggesting import SuggestingInput

NOTHING_CHOSEN = ("", gettext_lazy("Non précisé"))
RADIO_UP_TO = 6
YES = "yes"
UNITS = {Kind.MONEY: "€"}
# Kinds whose choices depend on the organisation and may shrink after one was chosen.
CHOSEN = {Kind.ONE, Kind.SEVERAL, Kind.PERSON, Kind.PERSONS, Kind.LINK, Kind.LINKS}


def options_of(asked: Field, offered: Offered) -> Pairs:
    """The options of a field; regulated ones only when the profile names them."""
    return [
        (option.id, option.label)
        for option in asked.options
        if not option.regulated or option.id in offered.regulated_fields
    ]


def _text(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    # One line of text, in a box that grows with it: nothing typed is hidden.
    widget: forms.Widget = forms.Textarea(attrs={"rows": 1, "data-line": ""})
    if asked.suggest:
        widget = SuggestingInput(partial(offered.texts, asked.suggest), otherwise=widget)
    return fields.Line(max_length=limits.CELL if cell else limits.LINE, widget=widget)


def _long(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    rows = forms.Textarea(attrs={"rows": 2 if cell else 5})
    return fields.Long(max_length=limits.CELL if cell else limits.LONG, widget=rows)


def _one(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    return _single(fields.One, options_of(asked, offered), cell=cell)


def _single(kind: type[fields.One], options: Pairs, *, cell: bool) -> forms.Field:
    radios = not cell and len(options) <= RADIO_UP_TO
    return kind(
        choices=[NOTHING_CHOSEN, *options],
        widget=forms.RadioSelect if radios else forms.Select,
    )


def _several(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    return fields.Several(choices=options_of(asked, offered))


def _scale(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    return _single(fields.Step, options_of(asked, offered), cell=cell)


def _yes_no(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    return _single(fields.YesNo, [(YES, _("Oui")), ("no", _("Non"))], cell=cell)


def _number(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    least, most = asked.bounds
    told = {"max_decimal_places": _("Donnez un nombre entier.")} if asked.integer else None
    return fields.Number(
        min_value=least,
        max_value=most,
        max_digits=15,
        decimal_places=0 if asked.integer else asked.decimals,
        error_messages=told,
    )


def _money(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    least, most = asked.bounds
    return fields.Money(min_value=least or 0, max_value=most, max_digits=13, decimal_places=2)


def _date(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    return fields.Day()


def _duration(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    words = telling.UNITS[page_language()]
    return fields.Duration(units=[(unit, words[unit][1]) for unit in asked.units])


def _weekly(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    return fields.WeeklyHours()


def _url(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    return fields.Address()


def _person(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    chosen = forms.Select(attrs={"data-people": ""})
    return fields.One(choices=lambda: [NOTHING_CHOSEN, *offered.people], widget=chosen)


def _persons(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    boxes = forms.CheckboxSelectMultiple(attrs={"class": "people"})
    return fields.Several(choices=lambda: offered.people, widget=boxes)


def _link(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    return fields.One(
        choices=lambda: [NOTHING_CHOSEN, *offered.rows(asked.to)], widget=forms.Select
    )


def _links(asked: Field, offered: Offered, *, cell: bool) -> forms.Field:
    return fields.Several(choices=lambda: offered.rows(asked.to))


MAKING = {
    Kind.TEXT: _text,
    Kind.LONG: _long,
    Kind.ONE: _one,
    Kind.SEVERAL: _several,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.DURATION: _duration,
    Kind.WEEKLY_HOURS: _weekly,
    Kind.SCALE: _scale,
    Kind.YES_NO: _yes_no,
    Kind.URL: _url,
    Kind.PERSON: _person,
    Kind.PERSONS: _persons,
    Kind.LINK: _link,
    Kind.LINKS: _links,
}


def with_held(
    choices: Callable[[], Iterable[Any]], held: Any, told: Callable[[str], str]
) -> Callable[[], Pairs]:
    """The choices and, last, what is kept though it is no longer offered: never lost unseen."""

    def every() -> Pairs:
        offered = list(choices())
        known = {value for value, _label in offered} | {""}
        kept = held if isinstance(held, list) else [held or ""]
        return offered + [(each, told(each)) for each in kept if each not in known]

    return every


def _no_longer_offered(asked: Field) -> Callable[[str], str]:
    def told(held: str) -> str:
        option = asked.option(held)
        if option is None:
            return _("Choix d’avant, retiré depuis")
        return _("%(label)s (n’est plus proposé)") % {"label": option.label}

    return told


def styled(widget: forms.Widget) -> dict[str, str]:
    """Bootstrap's class for a widget of one input; the others carry their own."""
    known = {"select": "form-select", "textarea": "form-control", "input": "form-control"}
    kind = getattr(widget, "input_type", "textarea")
    if kind in {"radio", "checkbox"} or isinstance(widget, forms.MultiWidget):
        return {}
    return {"class": known.get(kind, known["input"])}


class UnitForm(forms.Form):
    """The fields of one unit; `path` is where their values stand, `header` or `rows/table/row`."""

    fields: dict[str, Any]  # each also has `kept` and `shown` (see fields.py)

    def __init__(
        self,
        path: str,
        asked: Iterable[Field],
        *,
        paths: Flat,
        offered: Offered,
        posted: Mapping[str, Any] | None = None,
    ) -> None:
        self.path = path
        self.asked = list(asked)
        self.stored = paths
        self.offered = offered
        super().__init__(data=posted, prefix=path.replace("/", "-"), use_required_attribute=False)
        cell = path.startswith("rows/")
        for each in self.asked:
            made: Any = MAKING[each.kind](each, offered, cell=cell)
            made.required = False
            unit = each.unit or UNITS.get(each.kind, "")
            made.label = f"{each.label} ({unit})" if unit else each.label
            made.help_text = each.help
            held = paths.get(f"{path}/{each.id}")
            made.initial = made.shown(held)
            made.held = held
            if each.kind in CHOSEN and held:
                every: Callable[[], list[Any]] = partial(list, made.choices)
                made.choices = with_held(every, held, _no_longer_offered(each))
            made.widget.attrs |= self.attributes(each, offered)
            made.widget.attrs |= styled(made.widget)
            self.fields[each.id] = made

    def clean(self) -> dict[str, Any]:
        """No yes where another yes forbids it; what is kept already is told by the review."""
        cleaned: dict[str, Any] = super().clean() or {}
        for each in self.asked:
            both = (each.id, each.never_with)
            held = all(self.stored.get(f"{self.path}/{name}") is True for name in both)
            if not held and all(cleaned.get(name) == YES for name in both):
                self.add_error(each.id, each.never_why)
            if each.share_of and self._goes_beyond(each, cleaned):
                self.add_error(each.id, _(shares.BEYOND))
        return cleaned

    def _goes_beyond(self, asked: Field, cleaned: Mapping[str, Any]) -> bool:
        """True for a share beyond its whole; not for one that stands, which is never lost."""
        said = {name: self.fields[name].kept(each) for name, each in cleaned.items()}
        names = (asked.id, asked.share_of)
        if all(said.get(name) == self.stored.get(f"{self.path}/{name}") for name in names):
            return False
        to = next(each.to for each in self.asked if each.id == asked.share_of)
        indicator = self.offered.row(to, said.get(asked.share_of))
        return shares.goes_beyond(indicator, said.get(asked.id))

    def remark(self, at: Mapping[str, Sequence[Remark]]) -> None:
        """Say at each field what is said of its path."""
        made: Any
        for name, made in self.fields.items():
            made.remarks = at.get(f"{self.path}/{name}", ())

    @staticmethod
    def attributes(asked: Field, offered: Offered) -> dict[str, str]:
        """Attributes of an input: the page's one form, and the language that is typed."""
        typed = {"lang": offered.language} if asked.kind in telling.TYPED else {}
        return {"form": "sheet", **typed}

    @property
    def mine(self) -> Flat:
        """What was typed, as paths; fields that are not valid are left out."""
        return {
            f"{self.path}/{name}": self.fields[name].kept(value)
            for name, value in self.cleaned_data.items()
        }

    def owns(self, path: str) -> bool:
        """True when the path is one of this unit's."""
        return path.startswith(f"{self.path}/")

    def shown(self, path: str, value: Any) -> list[str]:
        """The strings that the inputs of a path hold for a value, for the page to show it."""
        made = self.fields[path.rpartition("/")[2]]
        held = made.shown(value)
        parts = made.widget.decompress(held) if isinstance(made.widget, forms.MultiWidget) else held
        if not isinstance(parts, list):
            parts = [parts]
        return ["" if part is None else str(part) for part in parts]
