"""The ground a team covers, and the maps drawn of it.

Kept beside the page, not on it: they come from an import, and publishing an old draft of the page
must not bring an old border back.
"""

from django.db import models
from django.db.models.functions import MD5, Cast


class Boundary(models.Model):
    """An area's outline as GeoJSON (WGS84, longitude first), its holes included."""

    neighbourhood = models.OneToOneField("neighbourhoods.NeighbourhoodPage", on_delete=models.CASCADE, primary_key=True, related_name="boundary")
    geojson = models.JSONField(help_text="A GeoJSON Polygon or MultiPolygon.")
    # Written by the database, whoever writes the outline: what was prepared from an outline knows by it that it is still the same.
    digest = models.GeneratedField(
        expression=MD5(Cast("geojson", models.TextField())), output_field=models.CharField(max_length=32), db_persist=True, editable=False
    )
    beside = models.ManyToManyField("self", help_text="The areas that share an edge with this one, worked out from the outlines.")

    class Meta:
        verbose_name_plural = "boundaries"

    def __str__(self):
        return f"Boundary of {self.neighbourhood}"


class AreaMap(models.Model):
    """The map of one area, drawn when its border was imported, and its shape on the county map.

    `digest` is the hash of both pictures: it stands in their addresses, so they may be kept for a year.
    """

    neighbourhood = models.OneToOneField("neighbourhoods.NeighbourhoodPage", on_delete=models.CASCADE, primary_key=True, related_name="area_map")
    digest = models.CharField(max_length=32, unique=True)
    light = models.TextField()
    dark = models.TextField()
    county_path = models.TextField(help_text="This area's outline on the county map, as an SVG path.")

    def __str__(self):
        return f"Map of {self.neighbourhood}"
