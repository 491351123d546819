"""What editors see of links, and what they may do with one."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.roles import Role
from links.models import Link, Place
from links.states import Kind, Reason, State
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.items import queries

INDEX = "/admin/links/"
Visit = Callable[..., Client]


def add_link(name: str = "a", state: State = State.BROKEN, title: str = "Bài viết", places: int = 1) -> Link:
    link = Link.objects.create(
        address=f"https://{name}.example/",
        host=f"{name}.example",
        kind=Kind.OUTSIDE,
        state=state,
        reason=Reason.NOT_FOUND if state == State.BROKEN else "",
    )
    for number in range(places):
        Place.objects.create(link=link, source="pages", number=number, title=title, edit_address="/admin/pages/5/edit/")
    return link


@pytest.fixture
def link(here: Tenant) -> Link:
    return add_link()


@pytest.fixture
def editor(visit: Visit, commune: Tenant) -> Client:
    return visit(commune, Role.EDITOR)


def shown(browser: Client, query: str = "") -> list[str]:
    return [link.host for link in browser.get(f"{INDEX}{query}").context["links"]]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR])
def test_who_edits_pages_sees_what_is_broken_and_where(visit: Visit, commune: Tenant, link: Link, role: Role):
    answer = visit(commune, role).get(INDEX)
    told = "<strong>Lỗi</strong>: không có trang này (404)"
    for words in ("https://a.example/", told, 'href="/admin/pages/5/edit/"'):
        assert words in answer.content.decode()


@pytest.mark.parametrize("path", ["", "{0}/", "{0}/leave-alone/"])
def test_a_contributor_sees_none(visit: Visit, commune: Tenant, link: Link, path: str):
    answer = visit(commune, Role.CONTRIBUTOR).get(INDEX + path.format(link.pk))
    assert answer.status_code == 302
    assert answer.url == "/admin/"


@pytest.mark.parametrize("act", ["check", "leave-alone", "watch"])
def test_a_contributor_decides_nothing(visit: Visit, commune: Tenant, link: Link, act: str):
    assert visit(commune, Role.CONTRIBUTOR).post(f"{INDEX}{link.pk}/{act}/", {"reason": "x"}).url == "/admin/"
    link.refresh_from_db()
    assert (link.is_ignored, link.changes.count()) == (False, 0)


def test_another_site_knows_none_of_it(visit: Visit, town: Tenant, link: Link):
    with in_site(town):
        add_link("other")
    browser = visit(town, Role.EDITOR)
    assert shown(browser) == ["other.example"]


def test_the_worst_stands_first(editor: Client, here: Tenant):
    for name, state in (("works", State.OK), ("moved", State.REDIRECTED), ("broken", State.BROKEN)):
        add_link(name, state)
    assert shown(editor) == ["broken.example", "moved.example", "works.example"]


def test_a_list_is_narrowed_by_state_host_and_title(editor: Client, here: Tenant):
    add_link("one", State.BROKEN, "Chợ Trà Cú")
    add_link("two", State.OK, "Bến phà")
    assert shown(editor, "?state=broken") == ["one.example"]
    assert shown(editor, "?host=TWO") == ["two.example"]
    assert shown(editor, "?words=cho+tra") == ["one.example"]
    assert shown(editor, "?kind=page") == []
    assert shown(editor, "?state=nonsense&host=two") == ["one.example", "two.example"]


def test_a_link_that_stands_nowhere_is_not_shown(editor: Client, here: Tenant):
    unused = add_link(places=0)
    assert shown(editor) == []
    assert editor.get(f"{INDEX}{unused.pk}/").status_code == 404


def test_it_is_said_when_nothing_has_been_read_and_when_nobody_else_is_asked(editor: Client):
    words = editor.get(INDEX).content.decode()
    assert "Các trang đã đăng chưa được đọc" in words
    assert "không hỏi trang khác" in words


def test_an_editor_leaves_a_link_alone_with_a_reason_and_takes_it_back(editor: Client, link: Link):
    address = f"{INDEX}{link.pk}/leave-alone/"
    assert editor.post(address, {"reason": " "}).status_code == 422
    assert editor.post(address, {"reason": "Chỉ mở trong giờ hành chính"}).url == f"{INDEX}{link.pk}/"
    assert shown(editor) == []
    assert shown(editor, "?state=ignored") == ["a.example"]
    assert "Chỉ mở trong giờ hành chính" in editor.get(f"{INDEX}{link.pk}/").content.decode()
    editor.post(f"{INDEX}{link.pk}/watch/")
    assert shown(editor) == ["a.example"]


def test_a_link_has_a_page_with_all_its_places(editor: Client, here: Tenant):
    link = add_link(places=120)
    first, third = editor.get(f"{INDEX}{link.pk}/"), editor.get(f"{INDEX}{link.pk}/?p=3")
    assert [len(answer.context["places"]) for answer in (first, third)] == [50, 20]


def test_thousands_are_shown_page_by_page(editor: Client, here: Tenant):
    links = [Link(address=f"https://a.example/{number}", host="a.example", kind=Kind.OUTSIDE) for number in range(2000)]
    made = Link.objects.bulk_create(links)
    Place.objects.bulk_create(Place(link=link, source="pages", number=1, title="Bài") for link in made)
    answer = editor.get(f"{INDEX}?p=40&state=unchecked")
    assert len(answer.context["links"]) == 50
    assert "p=39" in answer.content.decode()
    assert "p=41" not in answer.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_the_same_number_of_questions(editor: Client, here: Tenant, number: int):
    for one in range(number):
        link = add_link(f"a{one}", places=number)
    assert queries(editor, INDEX) == 21
    assert queries(editor, f"{INDEX}{link.pk}/") == 20


def test_a_list_is_a_file_in_which_no_formula_runs(editor: Client, here: Tenant):
    add_link("one", title='=HYPERLINK("x")')
    add_link("two", State.OK)
    answer = editor.get(f"{INDEX}?export=csv&state=broken")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("https://one.example/,Lỗi,không có trang này (404),")
    assert "'=HYPERLINK" in lines[1]
