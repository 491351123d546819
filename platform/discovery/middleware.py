"""Between a view and its answer: what the head of a page tells, and where a page that has moved is now."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils.deprecation import MiddlewareMixin
from django.utils.functional import SimpleLazyObject

from discovery.heads import head_of
from discovery.moved import address_now

# A page may come back, and another one may take its address: no browser is to remember for ever.
REMEMBERED = "max-age=300"


class HeadMiddleware(MiddlewareMixin):
    """`head` for templates; costs nothing where a template does not use it, as in the whole of the administration."""

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        context = response.context_data
        if context is not None and _may_be_told(request, response):
            told = dict(context)
            context["head"] = SimpleLazyObject(lambda: head_of(request, told))
        return response


class MovedMiddleware(MiddlewareMixin):
    """In place of Wagtail's, which leads to pages that were taken down, and to no document of a register that moved."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        address = address_now(request)
        if not address:
            return response
        moved = HttpResponsePermanentRedirect(address)
        moved["Cache-Control"] = REMEMBERED
        return moved


def _may_be_told(request: HttpRequest, response: HttpResponse) -> bool:
    """Neither a draft nor what is for whoever has the address alone."""
    return not getattr(request, "is_preview", False) and "noindex" not in response.headers.get("X-Robots-Tag", "")
