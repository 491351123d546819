from django.urls import path, re_path

from procedures.views import DefaultsView, IndexView, OverlayView

app_name = "procedures"
urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("defaults/", DefaultsView.as_view(), name="defaults"),
    re_path(r"^(?P<code>[0-9]\.[0-9]{6})/$", OverlayView.as_view(), name="overlay"),
]
