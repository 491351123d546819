"""Addresses of every site. Which site answers is decided before any of them is looked at."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from citizens.views import AccessView, AskView, FeedbackView, FileView, StateView
from consultations.views_public import CommentView, ReceiptView
from discovery import urls as discovery_urls
from home.views import favicon, robots, site_colours
from intake.views import open_documents_with_password, open_page_with_password
from library.views import serve_document, serve_media
from procedures.views_forms import serve_form
from ratings.views import RateView
from search.views import SearchView, SuggestionView
from tenants.syndication.views import BoardSearchView

urlpatterns = [
    path("admin/", include("signin.urls")),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", serve_document),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        open_documents_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:name>", serve_media, name="media"),
    path("favicon.ico", favicon, name="favicon"),
    path("robots.txt", robots),
    path("giao-dien.css", site_colours, name="site_colours"),
    *discovery_urls.once,
    path("bieu-mau-thu-tuc/<uuid:number>.<str:extension>", serve_form, name="procedure_form"),
    path("", include("opendata.urls_api")),
    *i18n_patterns(
        path(
            "_util/authenticate_with_password/<int:restriction_id>/<int:page_id>/",
            open_page_with_password,
            name="wagtailcore_authenticate_with_password",
        ),
        # Django's plain form stands there in Wagtail's list: it asks for no second factor.
        path("_util/login/", RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True)),
        path("tim-kiem/", SearchView.as_view(), name="search"),
        path("tim-kiem/toan-huyen/", BoardSearchView.as_view(), name="search_board"),
        path("tim-kiem/goi-y/", SuggestionView.as_view(), name="search_suggestions"),
        *discovery_urls.in_each_language,
        path("", include("opendata.urls")),
        path("danh-gia/", RateView.as_view(), name="rate"),
        path("gui-cau-hoi/", AskView.as_view(), name="ask"),
        path("gui-cau-hoi/<str:secret>/", StateView.as_view(), name="question_state"),
        path("gui-cau-hoi/<str:secret>/tep/<int:number>/", FileView.as_view(), name="question_file"),
        path("phan-anh-quy-dinh/", FeedbackView.as_view(), name="ask_feedback"),
        path("yeu-cau-thong-tin/", AccessView.as_view(), name="ask_access"),
        path("gop-y/<int:number>/", CommentView.as_view(), name="consultation_comment"),
        path("gop-y/<int:number>/da-nhan/<str:receipt>/", ReceiptView.as_view(), name="consultation_receipt"),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler404 = "home.views.page_not_found"
handler500 = "home.views.server_error"
