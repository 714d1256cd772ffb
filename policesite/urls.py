"""Every address of the site. The pages' own are in the page tree; apps add what is not a page."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls

from news.feeds import news_feed
from policesite.consent import views as consent
from policesite.delivery import health, media
from policesite.feedback import useful
from policesite.feedback import views as feedback
from policesite.pages import machines
from policesite.pages import views as pages
from policesite.quick_exit import leaving
from policesite.quick_exit import views as quick_exit
from policesite.search import views as search

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("_util/login/", RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True), name="wagtailcore_login"),
    re_path(r"^media/(?P<token>[\w-]{22})/(?P<name>[\w.-]+)$", media.serve, name="media"),
    path("neighbourhoods/", include("neighbourhoods.urls")),
    path("", include("policesite.films.urls")),
    path("", include("enquiry_desks.urls")),
    path("api/", include("neighbourhoods.api_urls")),
    path("cookies/", consent.cookies, name="cookies"),
    path("cookies/choose/", consent.choose, name="choose-cookies"),
    path("feedback/", feedback.feedback, name="feedback"),
    path("useful/", useful.useful, name="useful"),
    path("leaving-this-site/", quick_exit.explain, name="leaving-this-site"),
    path("leave/", leaving.leave, name="leave"),
    path("news/feed/<str:form>/", news_feed, name="news-feed"),
    path("news/feed/<str:form>/<str:name>/<slug:slug>/", news_feed, name="news-feed-of"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security, name="security"),
    path("healthz/live", health.live, name="live"),
    path("healthz/ready", health.ready, name="ready"),
    path("search/", search.search, name="search"),
    re_path(r"^((?:[\w\-]+/)*)$", pages.serve, name="wagtail_serve"),
]

handler400 = pages.bad_request
handler403 = pages.forbidden
handler404 = pages.not_found
handler500 = pages.server_error
