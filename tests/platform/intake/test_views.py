"""Who sends too much is told when to come back, and loses nothing."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django import forms
from django.db import connection
from django.http import HttpResponse
from django.template import RequestContext, Template
from django.test import Client
from django.urls import path
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from accounts.models import User
from config.urls import urlpatterns as addresses
from intake.forms import PublicForm
from intake.models import Attempts
from intake.rules import Limit
from intake.views import PASSWORDS, PublicFormView
from pages.models import SectionPage
from tenants.crossing import in_site
from tenants.provisioning.lifecycle import archive_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]

TEMPLATE = "<form>{{ form.non_field_errors }}{% include 'components/form_guard.html' %}{{ form.text }}</form>"
SECRET, WRONG = "mở cửa ra", "sai"
EIGHT = "2026-03-02 08:00 +0700"
A_MINUTE_LATER = "2026-03-02 08:01 +0700"


class Question(PublicForm):
    text = forms.CharField()


class AskView(PublicFormView):
    form_class = Question
    limit = Limit(times=2, minutes=30)

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        return HttpResponse(Template(TEMPLATE).render(RequestContext(self.request, context)))

    def form_valid(self, form: Question) -> HttpResponse:
        User.objects.update(first_name=form.cleaned_data["text"])
        if form.cleaned_data["text"] == "hỏng":
            raise RuntimeError(form.cleaned_data["text"])
        return HttpResponse("đã nhận")


urlpatterns = [path("hoi/", AskView.as_view()), *addresses]
handler404, handler500 = "home.views.page_not_found", "home.views.server_error"


@pytest.fixture
def ask(commune: Tenant, visit: Visit, settings: object) -> Callable[..., HttpResponse]:
    """Opens the form, types for a minute, sends it. `headers` are those of the network."""
    settings.ROOT_URLCONF = __name__
    browser = visit(commune)
    browser.raise_request_exception = False

    def send(text: str = "Khi nào?", **headers: str) -> HttpResponse:
        with time_machine.travel(EIGHT, tick=False):
            form = BeautifulSoup(browser.get("/hoi/").content, "html.parser")
        with time_machine.travel(A_MINUTE_LATER, tick=False):
            return browser.post("/hoi/", {"text": text, "began": form.select_one("[name=began]")["value"]}, **headers)

    return send


@pytest.fixture
def private(commune: Tenant) -> str:
    """Where the password of a section is sent to."""
    with in_site(commune):
        page = SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")
        kind = PageViewRestriction.PASSWORD
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password=SECRET)
    return f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"


@pytest.fixture
def private_documents(commune: Tenant) -> str:
    with in_site(commune):
        folder = Collection.get_first_root_node().add_child(name="Nội bộ")
        kind = CollectionViewRestriction.PASSWORD
        restriction = CollectionViewRestriction.objects.create(
            collection=folder, restriction_type=kind, password=SECRET
        )
    return f"/documents/authenticate_with_password/{restriction.pk}/"


def guess(browser: Client, address: str, password: str = WRONG, **headers: str) -> HttpResponse:
    with time_machine.travel(EIGHT, tick=False):
        return browser.post(address, {"password": password, "return_url": "/gioi-thieu/"}, **headers)


def test_what_is_within_the_limit_arrives(ask: Callable[..., HttpResponse]):
    assert [ask().content.decode() for _ in range(2)] == ["đã nhận"] * 2


def test_too_much_is_answered_with_the_time_and_the_text(ask: Callable[..., HttpResponse]):
    answer = [ask("Một câu dài") for _ in range(3)][-1]
    assert answer.status_code == 429
    assert answer["Retry-After"] == str(30 * 60)
    assert answer["Cache-Control"] == "no-store"
    assert "08:32" in answer.content.decode()
    assert BeautifulSoup(answer.content, "html.parser").select_one("[name=text]")["value"] == "Một câu dài"


def test_another_network_is_not_held_up(ask: Callable[..., HttpResponse]):
    assert [ask(REMOTE_ADDR="203.0.113.5").status_code for _ in range(3)][-1] == 429
    assert ask(REMOTE_ADDR="203.0.113.6").status_code == 200


def test_all_addresses_of_an_ipv6_network_are_one(ask: Callable[..., HttpResponse]):
    answers = [ask(REMOTE_ADDR=f"2001:db8:0:1::{number}").status_code for number in range(1, 4)]
    assert answers == [200, 200, 429]
    assert ask(REMOTE_ADDR="2001:db8:0:2::1").status_code == 200


def test_an_invented_address_helps_nobody(ask: Callable[..., HttpResponse]):
    invented = [ask(HTTP_X_FORWARDED_FOR=f"198.51.100.{number}").status_code for number in range(3)]
    assert invented == [200, 200, 429]


def test_behind_a_proxy_the_address_that_it_wrote_counts(ask: Callable[..., HttpResponse], settings: object):
    settings.BEHIND_PROXY = True
    answers = [ask(HTTP_X_FORWARDED_FOR=f"198.51.100.{number}, 203.0.113.5").status_code for number in range(3)]
    assert answers == [200, 200, 429]
    assert ask(HTTP_X_FORWARDED_FOR="203.0.113.5, 203.0.113.6").status_code == 200


def test_what_breaks_is_taken_back_and_counted_all_the_same(commune: Tenant, ask: Callable[..., HttpResponse]):
    assert [ask("hỏng").status_code for _ in range(3)] == [500, 500, 429]
    with in_site(commune):
        assert not User.objects.filter(first_name="hỏng").exists()


def test_a_form_from_elsewhere_is_refused_before_it_is_counted(commune: Tenant, ask: Callable[..., HttpResponse]):
    stranger = Client(SERVER_NAME=commune.primary_host, enforce_csrf_checks=True)
    assert stranger.post("/hoi/", {"text": "?"}).status_code == 403
    with in_site(commune):
        assert not Attempts.objects.exists()


@pytest.mark.parametrize("kind", ["private", "private_documents"])
def test_wrong_passwords_come_to_an_end(commune: Tenant, visit: Visit, kind: str, request: pytest.FixtureRequest):
    address, browser = request.getfixturevalue(kind), visit(commune)
    assert {guess(browser, address).status_code for _ in range(PASSWORDS.times)} == {200}
    answer = guess(browser, address, SECRET)
    assert answer.status_code == 429
    assert answer["Retry-After"] == str(PASSWORDS.minutes * 60)
    assert "08:16" in answer.content.decode()
    assert SECRET not in answer.content.decode()
    assert guess(browser, address, SECRET, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_the_other_languages_addresses_open_no_second_door(commune: Tenant, visit: Visit, private: str):
    browser = visit(commune)
    for prefix in ("", "/km", "/en") * (PASSWORDS.times // 2):
        answer = guess(browser, prefix + private)
    assert answer.status_code == 429


def test_the_right_password_opens_and_wipes_out_the_wrong_ones(commune: Tenant, visit: Visit, private: str):
    browser = visit(commune)
    for _ in range(PASSWORDS.times - 1):
        guess(browser, private)
    answer = guess(browser, private, SECRET)
    assert answer["Location"] == "/gioi-thieu/"
    assert browser.get("/gioi-thieu/").status_code == 200
    with in_site(commune):
        assert not Attempts.objects.exists()


def test_looking_at_the_form_counts_nothing(commune: Tenant, visit: Visit, private: str):
    assert {visit(commune).get(private).status_code for _ in range(PASSWORDS.times + 2)} == {200}


@pytest.mark.parametrize(
    "address", ["/_util/authenticate_with_password/999/1/", "/documents/authenticate_with_password/999/"]
)
def test_a_lock_that_does_not_exist_leaves_no_trace(commune: Tenant, visit: Visit, address: str):
    assert guess(visit(commune), address).status_code == 404
    with in_site(commune):
        assert not Attempts.objects.exists()


def test_a_password_opens_documents_of_an_archived_site(commune: Tenant, visit: Visit, private_documents: str):
    archive_site(tenant=commune, by="tests", reason="Đã sáp nhập")
    assert guess(visit(commune), private_documents, SECRET).status_code == 302


def test_no_address_is_written_down(commune: Tenant, visit: Visit, private: str):
    guess(visit(commune), private, REMOTE_ADDR="203.0.113.77")
    with in_site(commune), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(attempts)::text FROM intake_attempts AS attempts")
        (row,) = cursor.fetchone()
    assert "203.0.113.77" not in row
    assert "restriction" in row
