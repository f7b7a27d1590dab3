"""Form fields that turn what a person types into the value that is kept, one per kind.

Each has `kept(cleaned)`, the JSON value or None when nothing was typed, and `shown(value)`,
what the input holds for a kept value.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.bounds import Bounded, Uncut, written
from organisations.language import page_language
from strategy.domain import limits, weekly

Pairs = Sequence[tuple[str, str]]

# In English a comma before three digits separates thousands; anywhere else it is a point.
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
EXPONENT = re.compile("e", re.IGNORECASE)
NOT_OFFERED = gettext_lazy("Ce choix n’est pas proposé ici.")
LONGEST_QUOTE = 60


class Line(Uncut, forms.CharField):
    """One line of text, however it was pasted."""

    def to_python(self, value: Any) -> Any:
        return " ".join((super().to_python(value) or "").splitlines())

    def kept(self, cleaned: str) -> str | None:
        return cleaned or None

    def shown(self, value: Any) -> Any:
        return value


class Long(Uncut, forms.CharField):
    """Several lines of text, counted."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        # Browsers post the end of a line as two characters, and count it as one.
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")

    def kept(self, cleaned: str) -> str | None:
        return cleaned or None

    def shown(self, value: Any) -> Any:
        return value

    def validate(self, value: str) -> None:
        super().validate(value)
        lines = value.count("\n") + 1
        if lines > limits.LONG_LINES:
            raise forms.ValidationError(
                _("Ce texte compte %(lines)s lignes ; la limite est de %(limit)s.")
                % {"lines": written(lines), "limit": limits.LONG_LINES}
            )


class One(forms.ChoiceField):
    """One option of several; what is kept already is never refused, nor looked up again."""

    default_error_messages = {"invalid_choice": NOT_OFFERED}
    held: Any = None

    def valid_value(self, value: Any) -> bool:
        return value == self.held or super().valid_value(value)

    def kept(self, cleaned: str) -> str | None:
        return cleaned or None

    def shown(self, value: Any) -> Any:
        return value


class Step(One):
    """One step of a scale, kept as a whole number."""

    def kept(self, cleaned: str) -> Any:
        return int(cleaned) if cleaned else None

    def shown(self, value: Any) -> Any:
        return None if value is None else str(value)

    def valid_value(self, value: Any) -> bool:
        return str(value) == str(self.held) or forms.ChoiceField.valid_value(self, value)


class YesNo(One):
    """Yes, no, or not said."""

    def kept(self, cleaned: str) -> Any:
        return {"yes": True, "no": False}.get(cleaned)

    def shown(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value)

    def valid_value(self, value: Any) -> bool:
        return value in {"yes", "no"}


class Several(forms.MultipleChoiceField):
    """Any number of options, in the order of the content."""

    default_error_messages = {"invalid_choice": NOT_OFFERED}
    widget = forms.CheckboxSelectMultiple
    held: Any = None

    def valid_value(self, value: Any) -> bool:
        return value in (self.held or ()) or super().valid_value(value)

    def kept(self, cleaned: list[str]) -> list[str] | None:
        return cleaned or None

    def shown(self, value: Any) -> Any:
        return value


def decimal_text(number: Decimal) -> str:
    """The number as it is kept: no needless zero, no exponent, no minus before zero."""
    return format((number + 0).normalize(), "f")


class Number(Bounded, forms.DecimalField):
    """A number typed with a comma or a point, kept as decimal text."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Any:
        text = "".join(str(value or "").split())
        if page_language() == "en":
            text = THOUSANDS.sub("", text)
        # An exponent is not how a person writes a number: 1e3 is a slip of the hand.
        if EXPONENT.search(text):
            told = self.error_messages
            raise forms.ValidationError(told.get("max_decimal_places", told["invalid"]))
        return super().to_python(text.replace(",", ".") or None)

    def kept(self, cleaned: Decimal | None) -> Any:
        return None if cleaned is None else decimal_text(cleaned)

    def shown(self, value: Any) -> Any:
        return None if value is None else localize(Decimal(value), use_l10n=True)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off"}


class Money(Number):
    """Euros typed, cents kept."""

    def kept(self, cleaned: Decimal | None) -> int | None:
        return None if cleaned is None else int(cleaned * 100)

    def shown(self, value: Any) -> Any:
        if value is None:
            return None
        euros, cents = divmod(value, 100)
        return super().shown(f"{euros}.{cents:02}" if cents else euros)


class Day(forms.DateField):
    """A date, kept as ISO text; also typed as one writes it where there is no calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    input_formats = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y")

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not limits.FIRST_YEAR <= value.year <= limits.LAST_YEAR:
            years = {"first": limits.FIRST_YEAR, "last": limits.LAST_YEAR}
            raise forms.ValidationError(
                _("Donnez une année entre %(first)s et %(last)s.") % years, code="year"
            )

    def kept(self, cleaned: Any) -> str | None:
        return cleaned.isoformat() if cleaned else None

    def shown(self, value: Any) -> Any:
        return value


class DurationWidget(forms.MultiWidget):
    """A number and its unit, side by side."""

    template_name = "components/duration_widget.html"

    def __init__(self, units: Pairs) -> None:
        number = forms.TextInput(
            attrs={
                "inputmode": "decimal",
                "autocomplete": "off",
                "aria-label": gettext_lazy("Nombre"),
            }
        )
        unit = forms.Select(attrs={"aria-label": gettext_lazy("Unité")}, choices=units)
        super().__init__([number, unit])

    def decompress(self, value: Any) -> list[Any]:
        return [None, None] if not value else [value["value"], value["unit"]]


class Duration(forms.MultiValueField):
    """How long, in one of the units that make sense here."""

    def __init__(self, *, units: Pairs, **kwargs: Any) -> None:
        fields = (
            Number(required=False, min_value=0, max_value=9999, max_digits=6, decimal_places=2),
            One(choices=units, required=False),
        )
        super().__init__(fields, widget=DurationWidget(units), **kwargs)

    def compress(self, data_list: list[Any]) -> Any:
        number, unit = [*data_list, None, None][:2]
        if number is None:
            return None
        if not unit:
            raise forms.ValidationError(_("Choisissez une unité de temps."))
        return {"value": decimal_text(number), "unit": unit}

    def kept(self, cleaned: Any) -> Any:
        return cleaned

    def shown(self, value: Any) -> Any:
        return value and {**value, "value": localize(Decimal(value["value"]), use_l10n=True)}


class WeeklyHours(forms.CharField):
    """Ranges of hours typed as one line."""

    default_error_messages = {
        "unreadable": gettext_lazy(
            "« %(part)s » ne se lit pas comme des horaires. "
            "Par exemple : lun-ven 9h-18h ; sam 9h-12h."
        )
    }

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        try:
            return weekly.parse(text if len(text) <= limits.CELL else text[: limits.CELL] + "…")
        except weekly.UnreadableHoursError as error:
            part = str(error)[:LONGEST_QUOTE]
            raise forms.ValidationError(
                self.error_messages["unreadable"], code="unreadable", params={"part": part}
            ) from error

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > limits.RANGES:
            raise forms.ValidationError(
                _("%(limit)s plages horaires au plus.") % {"limit": limits.RANGES}
            )

    def kept(self, cleaned: Any) -> Any:
        return cleaned or None

    def shown(self, value: Any) -> Any:
        return weekly.write(value, page_language()) if value else None


class Address(Uncut, forms.URLField):
    """A web address; https when no scheme is typed."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=limits.URL, assume_scheme="https", **kwargs)

    def kept(self, cleaned: str) -> str | None:
        return cleaned or None

    def shown(self, value: Any) -> Any:
        return value
