from django.urls import path, re_path

from . import views

app_name = "neighbourhoods"
urlpatterns = [
    path("find/", views.find_team, name="find"),
    path("events.ics", views.force_calendar, name="force-calendar"),
    path("our-promise/", views.our_promise, name="our-promise"),
    path("our-promise/data.csv", views.our_promise_data, name="our-promise-data"),
    path("<slug:slug>/events.ics", views.team_calendar, name="calendar"),
    re_path(r"^maps/(?P<digest>[0-9a-f]{32})-(?P<scheme>light|dark)\.svg$", views.area_map, name="map"),
]
