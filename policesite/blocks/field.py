from wagtail.fields import StreamField

from .body import BodyBlock


class BodyField(StreamField):
    """The body of a page: the one vocabulary of blocks, kept out of migrations.

    To a migration it is a plain JSONField, so that no change of a block makes one, and a data migration
    reads and writes the content as it is stored. `clone` is how a model's field is copied: it must give
    a field of this class again, not what `deconstruct` tells the migrations.
    """

    vocabulary = BodyBlock

    def __init__(self, **kwargs):
        kwargs.setdefault("blank", True)
        super().__init__(self.vocabulary(), **kwargs)

    def deconstruct(self):
        name, _, _, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "django.db.models.JSONField", [], kwargs

    def clone(self):
        return type(self)(**self.deconstruct()[3])
