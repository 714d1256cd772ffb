"""Addresses of open data. They have no slash at the end, as on data.police.uk. An id may hold dots, spaces and percent signs."""

from django.urls import path

from . import api

app_name = "open_data"
urlpatterns = [
    path("openapi.json", api.description, name="description"),
    path("neighbourhoods.geojson", api.all_as_geojson, name="geojson"),
    path("neighbourhoods.csv", api.all_as_csv, name="csv"),
    path("locate-neighbourhood", api.locate, name="locate"),
    path("forces", api.forces, name="forces"),
    path("forces/<str:force>", api.force, name="force"),
    path("<str:force>/neighbourhoods", api.neighbourhoods, name="neighbourhoods"),
    path("<str:force>/<str:code>", api.neighbourhood, name="neighbourhood"),
    path("<str:force>/<str:code>/boundary", api.boundary, name="boundary"),
    path("<str:force>/<str:code>/people", api.people, name="people"),
    path("<str:force>/<str:code>/events", api.events, name="events"),
    path("<str:force>/<str:code>/priorities", api.priorities, name="priorities"),
    path("<path:rest>", api.nothing_here, name="nothing-here"),
    path("", api.nothing_here, {"rest": ""}),
]
