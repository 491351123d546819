"""The clerk's screens: who may write, what is refused, and what two people at once do not lose."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from accounts.roles import Role
from organisation.models import Department, Person
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.items import queries
from tests.platform.organisation.offices import DAY, TODAY, department, person, post

Visit = Callable[..., Client]
PINNED = [19, 20]
DEPARTMENTS, PEOPLE = "/admin/organisation/departments/", "/admin/organisation/people/"


def words(name: str = "Ban Văn hóa", **facts: object) -> dict[str, object]:
    empty = dict.fromkeys(("name_km", "name_en", "tasks_vi", "tasks_km", "tasks_en", "address", "phone", "hours"), "")
    return {**empty, "name_vi": name, "parent": "", "position": "1", "is_shown": "on", "email": "", **facts}


def edit(browser: Client, one: Department, **facts: object) -> HttpResponse:
    return browser.post(f"{DEPARTMENTS}edit/{one.pk}/", words(**facts))


def seen(browser: Client, path: str) -> str:
    return browser.get(path).context["form"]["seen"].value()


@pytest.mark.parametrize("role", list(Role))
def test_whoever_may_publish_may_write(commune: Tenant, visit: Visit, role: Role):
    answer = visit(commune, role).post(f"{DEPARTMENTS}add/", words())
    may = role in (Role.APPROVER, Role.ADMINISTRATOR)
    with in_site(commune):
        assert Department.objects.filter(name_vi="Ban Văn hóa").exists() is may
    assert answer.status_code == 302


def test_what_is_written_is_in_the_history(commune: Tenant, visit: Visit):
    visit(commune, Role.APPROVER).post(f"{DEPARTMENTS}add/", words())
    with in_site(commune):
        one = Department.objects.get()
        assert [entry.action for entry in ModelLogEntry.objects.for_instance(one)] == ["wagtail.create"]


def test_of_two_who_edit_at_once_the_second_is_told_and_loses_nothing(commune: Tenant, visit: Visit):
    with in_site(commune):
        one = department("Ban Văn hóa")
    browser = visit(commune, Role.APPROVER)
    path = f"{DEPARTMENTS}edit/{one.pk}/"
    as_both_saw = seen(browser, path)
    assert edit(browser, one, name="Ban Văn hóa - Xã hội", seen=as_both_saw).status_code == 302
    answer = edit(browser, one, name="Ban Văn xã", seen=as_both_saw)
    assert answer.status_code == 200
    assert answer.context["form"].has_error("__all__", "meanwhile")
    assert answer.context["form"]["name_vi"].value() == "Ban Văn xã"
    with in_site(commune):
        assert Department.objects.get().name_vi == "Ban Văn hóa - Xã hội"
    assert edit(browser, one, name="Ban Văn xã", seen=seen(browser, path)).status_code == 302


def test_a_person_is_entered_with_the_posts(commune: Tenant, visit: Visit):
    with in_site(commune):
        unit = department()
    posts = [
        {"title": "Chủ tịch", "department": unit.pk, "duty": "leader", "position": "1", "since": "01/07/2021"},
        {"title": "Phó Chủ tịch", "department": unit.pk, "duty": "leader", "position": "1", "until": "30/06/2021"},
    ]
    data = nested_form_data({"name": "Thạch  Văn Mẫu", "portrait": "", "posts": inline_formset(posts)})
    browser = visit(commune, Role.APPROVER)
    answer = browser.post(f"{PEOPLE}add/", data)
    assert answer.status_code == 302, answer.context["form"].errors
    with in_site(commune):
        one = Person.objects.get()
        assert (one.name, one.posts.count()) == ("Thạch Văn Mẫu", 2)
    assert "Phó Chủ tịch (Ủy ban nhân dân xã)" in browser.get(PEOPLE).content.decode()


def test_a_department_with_people_or_units_stays(commune: Tenant, visit: Visit):
    with in_site(commune):
        top = department()
        department("Ban Văn hóa", top)
        post(person(), top)
    browser = visit(commune, Role.ADMINISTRATOR)
    assert browser.post(f"{DEPARTMENTS}delete/{top.pk}/").status_code in (200, 302)
    with in_site(commune):
        assert Department.objects.filter(pk=top.pk).exists()


def test_somebody_is_born_before_today(commune: Tenant, visit: Visit):
    born_on = f"{TODAY + DAY:%d/%m/%Y}"
    data = nested_form_data({"name": "Mẫu", "portrait": "", "born_on": born_on, "posts": inline_formset([])})
    answer = visit(commune, Role.APPROVER).post(f"{PEOPLE}add/", data)
    assert set(answer.context["form"].errors) >= {"born_on"}


def test_departments_are_listed_as_they_stand_in_the_tree(commune: Tenant, visit: Visit):
    with in_site(commune):
        top = department(position=9)
        second, first = department("Khối B", top, position=2), department("Khối A", top, position=1)
        for name, parent in (("Tổ B", second), ("Tổ A", first)):
            department(name, parent)
        department("Đảng ủy", position=1, is_shown=False)
    browser = visit(commune, Role.APPROVER)
    names = [one.name_vi for one in browser.get(DEPARTMENTS).context["object_list"]]
    assert names == ["Đảng ủy", "Ủy ban nhân dân xã", "Khối A", "Tổ A", "Khối B", "Tổ B"]
    assert [one.name_vi for one in browser.get(DEPARTMENTS, {"q": "Tổ"}).context["object_list"]] == ["Tổ A", "Tổ B"]


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_no_more_for_more_rows(commune: Tenant, visit: Visit, number: int):
    with in_site(commune):
        top = department()
        for count in range(number):
            post(person(f"Người {count}"), department(f"Ban {count}", top))
    browser = visit(commune, Role.APPROVER)
    assert [queries(browser, path) for path in (DEPARTMENTS, PEOPLE)] == PINNED
