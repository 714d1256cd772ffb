"""No word that the public may read is forgotten when somebody's name must go, in a model added tomorrow either."""

from django.apps import apps
from django.contrib.postgres.fields.ranges import RangeField
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail.models import Page

from policesite.naming.register import TEXTS, private, public_fields, silencers

NO_WORDS = (models.IntegerField, models.BooleanField, models.DateField, models.TimeField, models.FloatField, models.DecimalField, models.UUIDField,
            models.DurationField, models.ForeignKey, models.BinaryField, RangeField)  # fmt: skip


def exists(label: str) -> bool:
    app, _, rest = label.partition(".")
    model, _, field = rest.partition(".")
    try:
        config = apps.get_app_config(app)
        return not model or not field or bool(config.get_model(model)._meta.get_field(field)) if rest else True
    except (LookupError, FieldDoesNotExist):
        return False


def test_every_text_of_every_model_is_searched_or_said_not_to_be_public():
    unread = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in public_fields(model)
        if not isinstance(field, (*TEXTS, *NO_WORDS))
    ]
    assert unread == [], "register how to read them, or that they are private"


def test_what_is_said_not_to_be_public_is_there_and_has_its_reason():
    assert [label for label in (*private(), *silencers()) if not exists(label)] == []
    assert all(private().values())


def test_no_page_keeps_words_from_the_search_but_for_staff_and_machines():
    pages = {model._meta.label for model in apps.get_models() if issubclass(model, Page)}
    assert {label for label in private() if label.rpartition(".")[0] in pages} == {
        "wagtailcore.Page.path", "wagtailcore.Page.url_path", "wagtailcore.Page.draft_title",
        "films.FilmVersionPage.made_from", "staff_profiles.StaffProfilePage.consent_reference",
    }  # fmt: skip
    assert not pages & private().keys()
