"""Ways through the site: its tree, its feeds, and what search engines are told."""

from typing import Any

from django.contrib.sitemaps import views as sitemaps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from django.views.generic import TemplateView
from wagtail.models import Locale

from catalogue.models import Category
from discovery.figures import sizes
from discovery.outlines import tree
from discovery.registers import REGISTERS
from discovery.sitemaps import SITEMAPS, portions
from lib.clock import today


class SiteMapView(TemplateView):
    template_name = "discovery/site_map.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language = get_language() or ""
        locale = Locale.objects.filter(language_code=language).first()
        counts = sizes(locale_id=locale.pk, on=today()) if locale else {}
        branches = tree(self.request, language, today(), counts)
        return super().get_context_data(**kwargs, title=_("Site map"), branches=branches)


class FeedsView(TemplateView):
    template_name = "discovery/feeds.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        registers = [(one.title, *_both("register_feed", one.key)) for one in REGISTERS]
        categories = [(one.name, *_both("category_feed", one.key)) for one in Category.objects.in_use(today())]
        groups = [(_("By kind"), registers), (_("By category"), categories)]
        whole = (_("All that is new"), *_both("site_feed"))
        return super().get_context_data(**kwargs, title=_("Feeds"), whole=whole, groups=groups)


@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def sitemap_index(request: HttpRequest) -> HttpResponse:
    return render(request, "discovery/sitemap_index.xml", {"portions": portions()}, content_type="application/xml")


@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def sitemap_portion(request: HttpRequest, section: str) -> HttpResponse:
    """Raises Http404 for a portion that there is not."""
    return sitemaps.sitemap(request, {**SITEMAPS}, section, "discovery/sitemap.xml").render()


def _both(name: str, *which: str) -> tuple[str, str]:
    atom, rss = (reverse(name, kwargs=_which(which, kind)) for kind in ("atom", "rss"))
    return atom, rss


def _which(which: tuple[str, ...], kind: str) -> dict[str, str]:
    return {"kind": kind, **({"key": which[0]} if which else {})}
