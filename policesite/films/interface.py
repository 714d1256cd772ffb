"""The words around a film: which of them there are to translate, told from the templates and the form themselves.

For developers: Babel is in the test group.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import extract_from_file
from django.conf import settings
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

# What stands on every page, on the films' own, and on those that somebody comes to who says what they think of one.
TEMPLATES = ("base.html", "components/*.html", "films/*.html", "feedback/cautions.html", "feedback/useful.html")
FORMS = ("policesite/feedback/forms.py",)


class Words(NamedTuple):
    """What gettext looks up: `plural` is empty where there is one form alone."""

    singular: str
    plural: str = ""


def words() -> dict[Words, list[str]]:
    """Everything to translate, with the templates and forms that say it."""
    found: dict[Words, list[str]] = {}
    for names, read in ((template_names(), words_in), (FORMS, words_in_form)):
        for name in names:
            for each in read(name):
                found.setdefault(each, []).append(name)
    return found


def template_names() -> list[str]:
    folder = Path(settings.TEMPLATES[0]["DIRS"][0])
    return [path.relative_to(folder).as_posix() for shape in TEMPLATES for path in sorted(folder.glob(shape))]


def words_in(name: str) -> Iterator[Words]:
    nodes = get_template(name).template.nodelist
    for node in nodes.get_nodes_by_type(TranslateNode):
        if node.filter_expression.is_var and not node.filter_expression.var.literal:
            continue  # a variable: what it holds is not known here
        yield Words(str(node.filter_expression.var.literal if node.filter_expression.is_var else node.filter_expression.var))
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        yield Words(*(node.render_token_list(tokens)[0] for tokens in (node.singular, node.plural) if tokens))


def words_in_form(name: str) -> Iterator[Words]:
    return (Words(said) for _line, said, *_rest in extract_from_file("python", Path(settings.BASE_DIR, name), keywords={"_": None}))
