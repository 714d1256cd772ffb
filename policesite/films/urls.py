from django.urls import re_path

from . import views

app_name = "films"
urlpatterns = [re_path(r"^(?P<path>(?:[\w-]+/)+)captions\.vtt$", views.captions, name="show-captions")]
