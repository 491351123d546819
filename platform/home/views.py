"""What a visitor sees when there is no page, or when something broke."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks the database nothing: it may be what broke."""
    return HttpResponseServerError(render_to_string("500.html"))
