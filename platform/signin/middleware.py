"""Sessions have an end: so long after the sign-in, and so long after the last thing that was done. And what Wagtail's
screens can't be asked."""

import time
from collections.abc import Callable
from urllib.parse import unquote

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.queries import person_asking
from signin.actions import SEEN, STARTED, end_session, keep_session
from signin.rules import is_over


class SessionLimits:
    """Whose time is over goes on as a visitor. A visitor without a cookie costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            self._look_at_the_clock(request)
        return self.get_response(request)

    def _look_at_the_clock(self, request: HttpRequest) -> None:
        now = time.time()
        started = request.session.get(STARTED, now)
        seen = request.session.get(SEEN, now)
        limits = {"hours": settings.SESSION_HOURS, "idle_minutes": settings.SESSION_IDLE_MINUTES}
        if is_over(started=started, seen=seen, now=now, **limits):
            if request.user.is_authenticated:
                end_session(request=request, person=person_asking(request))
            messages.info(request, _("Your session has ended. Please sign in again."))
        elif not _is_made_by_the_browser_alone(request):
            keep_session(request=request)


class NoNullCharacters:
    """Wagtail's screens hand what they are asked on to PostgreSQL, whose texts have no such character."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = unquote(request.META.get("QUERY_STRING", ""))
        if "\0" in asked and request.path.startswith(reverse("wagtailadmin_home")):
            words = _("This address contains a character that can't be searched for. Go back and type it anew.")
            return HttpResponseBadRequest(words, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


def _is_made_by_the_browser_alone(request: HttpRequest) -> bool:
    """An open editor reports every few seconds that it is open, whether or not anybody sits in front of it."""
    return request.path.startswith(reverse("wagtailadmin_home") + "editing-sessions/")
