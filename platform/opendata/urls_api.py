"""Addresses of the API."""

from django.urls import path, re_path

from opendata.datasets import DATASETS
from opendata.views_api import CatalogView, DescriptionView, IndexView, NothingView, RowsView, RowView
from opendata.views_files import CsvView, JsonView

app_name = "opendata"
PREFIX = "api/v1/"
urlpatterns = [
    path(PREFIX, IndexView.as_view(), name="index"),
    path(f"{PREFIX}openapi.json", DescriptionView.as_view(), name="description"),
    path(f"{PREFIX}catalog.jsonld", CatalogView.as_view(), name="catalog"),
    *(path(f"{PREFIX}{one.key}", RowsView.as_view(dataset=one)) for one in DATASETS),
    *(path(f"{PREFIX}{one.key}/<int:number>", RowView.as_view(dataset=one)) for one in DATASETS),
    *(path(f"{PREFIX}{one.key}.csv", CsvView.as_view(dataset=one)) for one in DATASETS),
    *(path(f"{PREFIX}{one.key}.json", JsonView.as_view(dataset=one)) for one in DATASETS),
    re_path(r"^api/", NothingView.as_view()),
]
