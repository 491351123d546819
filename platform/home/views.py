"""What a visitor sees when there is no page, or when something broke."""

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse

from home.context import ORIGINAL
from lib.colour import HEX
from pages.addresses import Addresses
from pages.models import SiteSettings

ICON = "max-128x128|format-png"
# A suspended site answers 503 here as everywhere, which search engines take for "later".
ROBOTS = f"""\
User-agent: *
Disallow: /admin/
Disallow: /*?{ORIGINAL}=
Disallow: /ban-luu/
Disallow: /*/ban-luu/
"""


def site_colours(request: HttpRequest) -> HttpResponse:
    """The main colour that the site's administrator chose, as a style sheet: pages carry no inline style."""
    settings = SiteSettings.for_request(request)
    colour = settings.main_colour if HEX.match(settings.main_colour) else ""
    css = f":root {{ --colour-main: {colour}; }}\n" if colour else ""
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=60"
    return response


def favicon(request: HttpRequest) -> HttpResponse:
    """For whoever asks without having read a page: the emblem of this site."""
    emblem = SiteSettings.for_request(request).emblem
    address = emblem.get_rendition(ICON).url if emblem else static("styles/emblem.svg")
    response = HttpResponseRedirect(address)
    response["Cache-Control"] = "public, max-age=3600"
    return response


def robots(request: HttpRequest) -> HttpResponse:
    text = f"{ROBOTS}\nSitemap: {Addresses().site}{reverse('sitemap')}\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "public, max-age=3600"
    return response


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """In place of Django's page, which speaks English to whoever runs the server. It uses no request either."""
    return HttpResponseForbidden(render_to_string("403_csrf.html"))


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks the database nothing: it may be what broke."""
    return HttpResponseServerError(render_to_string("500.html"))
