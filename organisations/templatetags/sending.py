"""For whom a form was made, said by the form itself."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

SENDER = "sender"


@register.simple_tag(takes_context=True)
def sent_by(context: template.RequestContext) -> SafeString:
    """The person for whom this page was made: what they type is sent under nobody else's name."""
    return format_html(
        '<input type="hidden" name="{}" value="{}">', SENDER, context.request.user.pk
    )
