"""Who is who, as a visitor reads it: the tree, each department, each person, and what is not for readers."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from organisation.models import Department, OrganisationPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.items import queries
from tests.platform.library.test_models import add_image
from tests.platform.organisation.offices import DAY, PAGE, TODAY, department, main, person, post

Visit = Callable[..., Client]


def office() -> tuple[Department, Department, Department]:
    top = department()
    culture = department("Ban Văn hóa", top, position=2, tasks_vi="Lễ hội\n\nThể thao", email="vanhoa@xa.example")
    land = department("Ban Địa chính", top, position=1, hours="Thứ Hai đến thứ Sáu")
    return top, culture, land


def test_an_office_without_departments_says_so(commune: Tenant, visit: Visit):
    assert "Chưa có thông tin về tổ chức bộ máy." in main(visit(commune)).text


def test_chart_and_list_say_the_same_in_the_same_order(commune: Tenant, visit: Visit):
    with in_site(commune):
        _, culture, _ = office()
        department("Tổ Thư viện", culture)
    html = main(visit(commune))
    names = [link.text for link in html.select(".units__link")]
    assert names == ["Ủy ban nhân dân xã", "Ban Địa chính", "Ban Văn hóa", "Tổ Thư viện"]
    assert {unit["aria-label"]: unit["href"] for unit in html.select(".chart__unit")} == {
        link.text: link["href"] for link in html.select(".units__link")
    }
    assert len(html.select(".chart__line")) == 3


def test_below_a_hidden_department_nothing_is_found(commune: Tenant, visit: Visit):
    with in_site(commune):
        top, culture, _ = office()
        library = department("Tổ Thư viện", culture)
        one = person()
        post(one, library)
        Department.objects.filter(pk=culture.pk).update(is_shown=False)
    browser = visit(commune)
    assert [link.text for link in main(browser).select(".units__link")] == ["Ủy ban nhân dân xã", "Ban Địa chính"]
    for hidden in (culture, library, one):
        assert browser.get(f"{PAGE}{hidden.address_of_page}").status_code == 404
    assert browser.get(f"{PAGE}{top.address_of_page}").status_code == 200


def test_a_department_tells_what_it_does_and_whom_to_turn_to(commune: Tenant, visit: Visit):
    with in_site(commune):
        _, culture, _ = office()
        post(person("Kim Thị Mẫu"), culture, "Trưởng ban")
        post(person("Lê Văn Mẫu"), culture, "Công chức", duty="contact", phone="0294 000 0000")
        post(person("Sơn Văn Mẫu"), culture, "Trưởng ban", until=TODAY - DAY)
        post(person("Trần Thị Mẫu"), culture, "Trưởng ban", since=TODAY + DAY)
    html = main(visit(commune), f"{PAGE}{culture.address_of_page}")
    assert [name.text for name in html.select(".person__name")] == ["Kim Thị Mẫu", "Lê Văn Mẫu"]
    assert [line.text for line in html.select(".unit-tasks p")] == ["Lễ hội", "Thể thao"]
    assert html.select_one(".person a[href^=tel]")["href"] == "tel:02940000000"


def test_an_address_can_not_be_collected_from_the_page(commune: Tenant, visit: Visit):
    with in_site(commune):
        _, culture, _ = office()
        one = person()
        post(one, culture, email="mau@xa.example")
    browser = visit(commune)
    for path in (culture.address_of_page, one.address_of_page):
        content = browser.get(f"{PAGE}{path}").content
        assert b"@xa.example" not in content
        mail = BeautifulSoup(content, "html.parser").select_one("main .mail")
        assert (mail["data-at"], mail.text.split()[1:3]) == ("xa.example", ["[a", "còng]"])


def test_one_person_with_two_posts_is_one_person(commune: Tenant, visit: Visit):
    with in_site(commune):
        top, culture, _ = office()
        one = person()
        post(one, top, "Phó Chủ tịch")
        post(one, culture, "Trưởng ban", since=TODAY - 100 * DAY)
        post(one, culture, "Phó Trưởng ban", until=TODAY - 101 * DAY)
    html = main(visit(commune), f"{PAGE}{one.address_of_page}")
    assert [title.text for title in html.select(".post__title")] == ["Phó Chủ tịch", "Trưởng ban"]
    assert [term.text for term in html.select(".terms .term")] == ["Phó Trưởng ban, Ban Văn hóa"]


def test_what_is_private_of_a_person_is_closed_at_first_and_opened_field_by_field(commune: Tenant, visit: Visit):
    with in_site(commune):
        top, *_ = office()
        one = person(born_on=TODAY - 15000 * DAY, home_town="Xã Đại An", biography="Kỹ sư nông nghiệp.")
        post(one, top, phone="0294 111 1111", email="mau@xa.example", shows_phone=False, shows_email=False)
    path = f"{PAGE}{one.address_of_page}"
    text = main(visit(commune), path).text
    assert "Kỹ sư nông nghiệp." in text
    for hidden in ("Đại An", "Ngày sinh", "0294 111 1111", "xa.example"):
        assert hidden not in text
    with in_site(commune):
        one.shows_born_on = one.shows_home_town = True
        one.shows_biography = False
        one.save()
    text = main(visit(commune), path).text
    assert "Xã Đại An" in text
    assert "Ngày sinh" in text
    assert "Kỹ sư nông nghiệp." not in text


def test_past_terms_remain(commune: Tenant, visit: Visit):
    with in_site(commune):
        top, *_ = office()
        for number, days in enumerate((400, 100, 2000)):
            post(person(f"Người {number} Mẫu"), top, until=TODAY - days * DAY)
        post(person("Đương Nhiệm Mẫu"), top)
        post(person("Công chức Mẫu"), top, "Công chức", duty="staff", until=TODAY - DAY)
    html = main(visit(commune), f"{PAGE}nhiem-ky-truoc/")
    assert [name.text for name in html.select(".terms__name")] == ["Người 1 Mẫu", "Người 0 Mẫu", "Người 2 Mẫu"]


def test_past_terms_without_any_say_so(commune: Tenant, visit: Visit):
    assert "Chưa có thông tin về nhiệm kỳ trước." in main(visit(commune), f"{PAGE}nhiem-ky-truoc/").text


@pytest.mark.parametrize("path", ["don-vi/1-x/", "nguoi/1-x/", f"don-vi/{2**63}-x/", f"nguoi/{2**63}-x/"])
def test_what_is_not_there_is_not_found(commune: Tenant, visit: Visit, path: str):
    assert visit(commune).get(f"{PAGE}{path}").status_code == 404


def test_names_are_in_the_readers_language_where_there_is_one(commune: Tenant, visit: Visit):
    with in_site(commune):
        top = department(name_en="People's Committee")
        department("Ban Văn hóa", top)
    names = [link.text for link in main(visit(commune), f"/en{PAGE}").select(".units__link")]
    assert names == ["People's Committee", "Ban Văn hóa"]


@pytest.mark.parametrize("number", [1, 3])
def test_more_units_and_people_cost_no_more_queries(commune: Tenant, visit: Visit, settings: object, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        top = department()
        one = person("Người đầu Mẫu", portrait=add_image())
        for count in range(number):
            unit = department(f"Ban {count}", top)
            post(person(f"Người {count} Mẫu", portrait=add_image()), top)
            post(one, unit)
    browser = visit(commune)
    paths = ("", top.address_of_page, one.address_of_page, "nhiem-ky-truoc/")
    assert [queries(browser, f"{PAGE}{path}") for path in paths] == [11, 13, 13, 12]


def test_a_unit_is_not_part_of_itself(commune: Tenant):
    with in_site(commune):
        top, culture, _ = office()
        top.parent = culture
        with pytest.raises(ValidationError) as refused:
            top.full_clean()
    assert "parent" in refused.value.error_dict


def test_a_tree_has_so_many_levels(commune: Tenant):
    with in_site(commune):
        unit = department()
        for number in range(7):
            unit = department(f"Tổ {number}", unit)
        with pytest.raises(ValidationError):
            department("Tổ 8", unit)


def test_a_term_ends_after_it_began(commune: Tenant):
    with in_site(commune):
        top, *_ = office()
        one = person()
        with pytest.raises(ValidationError):
            post(one, top, since=TODAY, until=TODAY - DAY)
        with pytest.raises(IntegrityError), transaction.atomic():
            one.posts.model.objects.create(person=one, department=top, title="x", since=TODAY, until=TODAY - DAY)


def test_nobody_of_another_site_is_here(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        department("Ủy ban nhân dân thị trấn")
        assert OrganisationPage.objects.count() == 3
    assert main(visit(commune)).select(".units__link") == []
