from django import template
from django.utils.safestring import SafeString, mark_safe

from policesite.blocks.anchors import with_anchors

register = template.Library()


@register.filter
def anchored(rendered: SafeString) -> SafeString:
    """`{{ value|richtext|anchored }}`: rendered text whose subheadings can be linked to."""
    return mark_safe(with_anchors(str(rendered)))
