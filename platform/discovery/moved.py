"""Where a page is now that once stood at an address. Wagtail notes the old address whenever a page moves."""

from django.db.models.functions import Length
from django.http import HttpRequest
from django.urls import Resolver404
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Site

# Deeper than any page stands.
MOST_LEVELS = 12


def address_now(request: HttpRequest) -> str:
    """Empty where nobody has ever had anything there, or where it was taken down. A page that is closed asks who comes.

    Two or three queries. What a page shows below itself, such as the documents of a register, moves along with it.
    """
    if "\0" in request.path:
        return ""
    whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    path = Redirect.normalise_path(request.path, decode_unicode=False)
    found = get_redirect(request, whole) or (get_redirect(request, path) if path != whole else None)
    if found is None:
        return _below_a_moved_page(request)
    if found.redirect_page_id is None:
        return str(found.link or "")
    return _with_question(str(found.link or ""), request) if found.redirect_page.live else ""


def _below_a_moved_page(request: HttpRequest) -> str:
    parts = request.path.strip("/").split("/")
    if len(parts) > MOST_LEVELS:
        return ""
    heads = {"/" + "/".join(parts[:number]): parts[number:] for number in range(1, len(parts))}
    moved = Redirect.get_for_site(Site.find_for_request(request)).filter(old_path__in=heads, redirect_page__live=True)
    for redirect in moved.select_related("redirect_page").order_by(Length("old_path").desc(), "pk"):
        page = redirect.redirect_page.specific
        below = "/".join(heads[redirect.old_path]) + "/"
        if isinstance(page, RoutablePageMixin) and _shows(page, below):
            return _with_question(f"{page.url}{below}", request)
    return ""


def _shows(page: RoutablePageMixin, below: str) -> bool:
    try:
        page.resolve_subpage(f"/{below}")
    except Resolver404:
        return False
    return True


def _with_question(address: str, request: HttpRequest) -> str:
    question = request.META.get("QUERY_STRING", "")
    return f"{address}?{question}" if address and question else address
