from django.urls import URLPattern, path
from wagtail import hooks

from pages.views import TranslationsReportView, replace_by_original


@hooks.register("register_admin_urls", order=-1)
def register_urls() -> list[URLPattern]:
    """They stand before wagtail-localize's own addresses, which stay the ones that are linked to."""
    report = "localize/reports/translations/"
    return [
        path("localize/page/<int:page_id>/convert_to_alias/", replace_by_original),
        path(report, TranslationsReportView.as_view()),
        path(f"{report}results/", TranslationsReportView.as_view(results_only=True)),
    ]
