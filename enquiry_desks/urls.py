from django.urls import path, re_path

from . import views

app_name = "enquiry_desks"
urlpatterns = [
    path("api/enquiry-desks", views.list_desks, name="list-desks"),
    path("contact-us/enquiry-desks/nearest", views.find_nearest, name="find-nearest"),
    path("contact-us/enquiry-desks/<slug:slug>/exceptions.ics", views.show_different_days, name="show-different-days"),
    path("contact-us/enquiry-desks/<slug:slug>/record.csv", views.show_record, name="show-record"),
    re_path(r"^maps/enquiry-desks/(?P<pk>\d{1,9})-(?P<fingerprint>[0-9a-f]{12})-(?P<theme>light|dark)\.svg$", views.show_map, name="show-map"),
]
