"""From what a resident knows, a postcode or a place, to the team that looks after it."""

import re
import unicodedata

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length


class PostcodeQuerySet(models.QuerySet):
    def in_outcode(self, outcode: str):
        """The unit postcodes of one outcode: NN1's, and not NN10's."""
        return self.alias(letters=Length("key")).filter(key__startswith=outcode, letters=len(outcode) + 3)

    def position(self, key: str) -> tuple[float, float] | None:
        """Longitude and latitude of a unit postcode, where both are known."""
        return self.filter(pk=key, longitude__isnull=False).values_list("longitude", "latitude").first()


class Postcode(models.Model):
    """A unit postcode and the area it lies in, worked out when it was imported: finding it is one primary-key read."""

    key = models.CharField("postcode", max_length=7, primary_key=True, help_text="In capitals, without its space.")
    neighbourhood = models.ForeignKey("neighbourhoods.NeighbourhoodPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="postcodes")
    outside_force = models.CharField(max_length=40, blank=True, help_text="The code of the force it lies in, where that is not one of ours.")
    longitude = models.FloatField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)

    objects = PostcodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(longitude=None, latitude=None)
                | Q(longitude__isnull=False, latitude__isnull=False, longitude__range=(-180, 180), latitude__range=(-90, 90)),
                name="postcode_is_on_earth",
            )
        ]

    def __str__(self):
        return f"{self.key[:-3]} {self.key[-3:]}"


def place_key(name: str) -> str:
    """A place name as it is compared: "St. David's" and "st davids" are one."""
    plain = unicodedata.normalize("NFKD", name[:100]).casefold().replace("&", "and")
    return re.sub(r"[^a-z0-9]", "", plain)[:80]


class Place(models.Model):
    """A town, village or part of a town, and the areas it lies in."""

    force = models.ForeignKey("forces.Force", on_delete=models.CASCADE, related_name="places")
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=80, editable=False, db_index=True)
    source_key = models.CharField(max_length=40, help_text="Where it comes from, and its number there.")
    longitude = models.FloatField()
    latitude = models.FloatField()
    population = models.PositiveIntegerField(null=True, blank=True)
    on_county_map = models.JSONField(null=True, editable=False, help_text="Its dot and its name there, in pixels: dot, x, y, anchor.")
    neighbourhoods = models.ManyToManyField("neighbourhoods.NeighbourhoodPage", related_name="places")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["force", "source_key"], name="place_imported_once")]
        indexes = [GinIndex(fields=["key", "name"], opclasses=["gin_trgm_ops", "gin_trgm_ops"], name="place_nearly_spelt")]

    def __str__(self):
        return self.name
