from django.urls import path, re_path

from procedures.views import DefaultsView, IndexView, OverlayView
from procedures.views_confirm import ConfirmView

app_name = "procedures"
urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("confirm/", ConfirmView.as_view(), name="confirm"),
    path("defaults/", DefaultsView.as_view(), name="defaults"),
    re_path(r"^(?P<code>[0-9]\.[0-9]{6})/$", OverlayView.as_view(), name="overlay"),
]
