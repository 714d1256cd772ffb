"""What the finder joins: with last week's statistics the database would read every area for each question."""

from wagtail.models import Page

from neighbourhoods.models import NeighbourhoodPage, Place

READ_BY_THE_FINDER = (Page, NeighbourhoodPage, Place, Place.neighbourhoods.through)
