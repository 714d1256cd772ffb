from django.urls import path, re_path

from . import views

app_name = "neighbourhoods"
urlpatterns = [
    path("find/", views.find_team, name="find"),
    path("<slug:slug>/events.ics", views.team_calendar, name="calendar"),
    re_path(r"^maps/(?P<digest>[0-9a-f]{32})-(?P<scheme>light|dark)\.svg$", views.area_map, name="map"),
]
