from django.urls import re_path

from . import views

app_name = "enquiry_desks"
urlpatterns = [
    re_path(r"^maps/enquiry-desks/(?P<pk>\d{1,9})-(?P<fingerprint>[0-9a-f]{12})-(?P<theme>light|dark)\.svg$", views.show_map, name="show-map"),
]
