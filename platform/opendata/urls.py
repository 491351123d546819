"""Addresses of the pages about open data, below each language."""

from django.urls import path

from opendata.views import CatalogueView, ConventionsView, DatasetView

urlpatterns = [
    path("du-lieu-mo/", CatalogueView.as_view(), name="open_data"),
    path("du-lieu-mo/api/", ConventionsView.as_view(), name="open_data_api"),
    path("du-lieu-mo/<slug:key>/", DatasetView.as_view(), name="open_data_set"),
]
