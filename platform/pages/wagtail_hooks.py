from django.urls import URLPattern, path
from wagtail import hooks

from pages.search import page_source
from pages.views import TranslationsReportView, replace_by_original
from search.sources import HOOK, Source


@hooks.register("register_admin_urls", order=-1)
def register_urls() -> list[URLPattern]:
    """They stand before wagtail-localize's own addresses, which stay the ones that are linked to."""
    report = "localize/reports/translations/"
    return [
        path("localize/page/<int:page_id>/convert_to_alias/", replace_by_original),
        path(report, TranslationsReportView.as_view()),
        path(f"{report}results/", TranslationsReportView.as_view(results_only=True)),
    ]


@hooks.register(HOOK)
def offer_pages() -> Source:
    return page_source()
