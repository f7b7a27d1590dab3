"""Form fields whose refusal states the limit, its numbers as one writes them: 20 000, not 20000."""

from typing import Any

from babel.numbers import format_decimal
from django import forms
from django.utils.translation import gettext_lazy

from organisations.language import page_language

# What Django's validators call the limit, and what was given.
STATED = ("limit_value", "show_value")


def written(number: Any) -> str:
    """A number in the language of the page."""
    told = format_decimal(number, locale=page_language(), decimal_quantization=False)
    return told.replace("-", "\N{MINUS SIGN}")


class Bounded(forms.Field):
    """A field that says its limits."""

    default_error_messages = {
        "max_length": gettext_lazy(
            "Trop long : %(show_value)s caractères, %(limit_value)s au plus."
        ),
    }

    def run_validators(self, value: Any) -> None:
        try:
            super().run_validators(value)
        except forms.ValidationError as refused:
            for each in refused.error_list:
                told: dict[str, Any] = each.params or {}
                stated = {name: written(told[name]) for name in STATED if name in told}
                each.params = told | stated
            raise


class Uncut(Bounded):
    """A text whose limit is said by the server: a browser would cut what is pasted, unsaid."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        told: dict[str, Any] = super().widget_attrs(widget)
        told.pop("maxlength", None)
        return told


class Whole(Bounded, forms.IntegerField):
    """A whole number."""
