"""A line of text that offers what was typed elsewhere."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.safestring import SafeString


class SuggestingInput(forms.TextInput):
    """A line of text with what was typed elsewhere as suggestions, looked up when drawn."""

    template_name = "components/suggesting_input.html"

    def __init__(self, texts: Callable[[], list[str]], *, otherwise: forms.Widget) -> None:
        super().__init__()
        self.texts = texts
        self.otherwise = otherwise

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}_texts"
        context["widget"]["attrs"]["list"] = list_id
        return context | {"texts": self.texts(), "list_id": list_id}

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The line with its suggestions; as any other line when there is none."""
        if self.texts():
            return super().render(name, value, attrs, renderer)
        return self.otherwise.render(name, value, self.build_attrs(self.attrs, attrs), renderer)
