"""All data that a site gives away. A room that brings more adds a line here."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Site

import agenda.datasets
import budget.datasets
import catalogue.datasets
import citizens.datasets
import consultations.datasets
import legal.datasets
import newsroom.datasets
import organisation.datasets
import pages.datasets
import places.datasets
import planning.datasets
import procedures.datasets
import recruitment.datasets
from catalogue.datasets import Dataset
from library.queries import closed_paths
from pages.queries import open_page

DATASETS: tuple[Dataset, ...] = (
    *newsroom.datasets.DATASETS,
    *legal.datasets.DATASETS,
    *procedures.datasets.DATASETS,
    *planning.datasets.DATASETS,
    *budget.datasets.DATASETS,
    *consultations.datasets.DATASETS,
    *recruitment.datasets.DATASETS,
    *places.datasets.DATASETS,
    *organisation.datasets.DATASETS,
    *agenda.datasets.DATASETS,
    *citizens.datasets.DATASETS,
    *pages.datasets.DATASETS,
    *catalogue.datasets.DATASETS,
)
BY_KEY = {dataset.key: dataset for dataset in DATASETS}


class Reading:
    """One look at a dataset: its rows on that day, and what they are told with. Three queries beside those of rows."""

    def __init__(self, dataset: Dataset, request: HttpRequest, on: datetime.date) -> None:
        self.dataset, self.on = dataset, on
        page = open_page(dataset.page) if dataset.page else None
        self.is_open = page is not None or dataset.page is None
        self.context: dict[str, Any] = {
            "request": request,
            "day": on,
            "page_address": (page.get_full_url(request) if page else "") or "",
            "closed_collections": closed_paths(),
        }

    @property
    def rows(self) -> QuerySet:
        rows = self.dataset.rows(self.on)
        return rows.order_by("-pk") if self.is_open else rows.none()

    def told(self, rows: Any) -> list[dict[str, Any]]:
        return self.dataset.row(rows, many=True, context=self.context).data


def request_of_site() -> HttpRequest:
    """For work that nobody has asked for: as if somebody had, at the site's own address. One query."""
    site = Site.objects.get(is_default_site=True)
    request = HttpRequest()
    request.META = {"SERVER_NAME": site.hostname, "SERVER_PORT": str(site.port)}
    if site.port == 443:
        request.META["wsgi.url_scheme"] = "https"
    return request
