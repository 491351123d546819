"""A consultation as a visitor finds it before, while and after comments are taken."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import Settings
from wagtail.models import Locale, PageViewRestriction, Revision

from accounts.roles import Role
from catalogue.models import Category
from consultations.actions import extend
from consultations.models import ConsultationPage, DraftFile
from consultations.states import Standing
from home.actions import translate_page
from library.models import SiteDocument
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.files import PDF
from tests.platform.consultations.drafts import (
    DAY,
    LIST,
    TODAY,
    WORDS,
    Visit,
    add,
    answer,
    close,
    comment,
    main,
    person,
)
from tests.platform.items import queries
from tests.platform.legal.documents import REGISTER
from tests.platform.legal.documents import add as issue

PINNED = {LIST: 9, "open": 16, "answered": 20, "comments": 18, "account": 19}


def listed(browser: Client, **query: str) -> list[str]:
    return [link.text for link in main(browser.get(LIST, query)).select(".list .card__link")]


@pytest.mark.parametrize(
    ("day", "phase", "takes"),
    [(-21, "sap-lay", False), (-20, "dang-lay", True), (5, "dang-lay", True), (6, "da-dong", False)],
)
def test_it_opens_and_closes_by_itself(
    commune: Tenant, visit: Visit, settings: Settings, day: int, phase: str, takes: bool
):
    with in_site(commune):
        path = add().get_url()
    settings.FIXED_TODAY = TODAY + day * DAY
    browser = visit(commune)
    html = main(browser.get(path))
    assert html.select_one(".period")["class"] == ["period", f"period--{phase}"]
    assert bool(html.select("form.public-form")) is takes
    assert listed(browser, buoc=phase) == ["Dự thảo phí chợ"]


def test_what_closes_soonest_stands_first_then_what_opens_then_what_is_closed(commune: Tenant, visit: Visit):
    with in_site(commune):
        for title, opens, closes in (
            ("Đóng lâu", -20, -9), ("Mở sau", 9, 20), ("Đóng sau", -1, 8), ("Mới đóng", -5, -1), ("Gấp", -9, 0),
            ("Mở trước", 1, 30),
        ):  # fmt: skip
            add(title, opens_on=TODAY + opens * DAY, closes_on=TODAY + closes * DAY)
    assert listed(visit(commune)) == ["Gấp", "Đóng sau", "Mở trước", "Mở sau", "Mới đóng", "Đóng lâu"]


def test_an_extension_shows_both_days_and_why(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        extend(page=page, closes_on=TODAY + 9 * DAY, reason="Mưa lớn", by=person(Role.APPROVER))
        path = page.get_url()
    browser = visit(commune)
    html = main(browser.get(path)).select_one(".period")
    assert html.select_one(".period__until time")["datetime"] == "2023-11-09"
    assert html.select_one("s time")["datetime"] == "2023-11-05"
    assert "Mưa lớn" in html.text
    assert main(browser.get(LIST)).select_one(".list time")["datetime"] == "2023-11-09"


def test_the_account_is_shown_from_its_day_on_with_the_document(commune: Tenant, visit: Visit, settings: Settings):
    with in_site(commune):
        page = add()
        comment(page, to=Standing.PUBLISHED)
        document = issue("9/2023/NQ-HĐND")
        page = close(page, accounted_on=TODAY + DAY, account="Một ý kiến, đã sửa.", document=document)
        answer(page)
        path = page.get_url()
    browser = visit(commune)
    before = main(browser.get(path))
    assert "Đã sửa Điều 3." not in before.text
    assert "9/2023/NQ-HĐND" not in before.text
    assert browser.get(f"{path}giai-trinh/").status_code == 404
    settings.FIXED_TODAY = TODAY + DAY
    after = main(browser.get(path))
    assert "Một ý kiến, đã sửa." in after.select_one(".account").text
    assert "Đã sửa Điều 3." in after.select_one(".comment__outcome").text
    address = after.select_one(".account__document a")["href"]
    assert "Đã sửa Điều 3." in main(browser.get(f"{path}giai-trinh/")).text
    there = main(browser.get(address))
    assert there.select_one(f'a[href="{path}"]').text == "Dự thảo phí chợ"


def test_a_draft_of_a_document_is_not_told(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        path = close(page, accounted_on=TODAY, account="Xong.", document=issue("8/NQ-HĐND", live=False)).get_url()
    assert "8/NQ-HĐND" not in visit(commune).get(path).content.decode()


def test_a_document_does_not_tell_of_a_consultation_that_readers_may_not_see(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = issue()
        for number, facts in enumerate(({"live": False}, {"accounted_on": TODAY + DAY})):
            page = add(f"Kín {number}")
            close(page, **{"accounted_on": TODAY, "account": "Xong.", "document": document, **facts})
        path = f"{REGISTER}{document.address}"
    assert "Kín" not in visit(commune).get(path).content.decode()


def test_comments_are_shown_word_for_word_page_by_page(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        for number in range(1, 23):
            comment(page, f"Ý kiến {number} <b>đậm</b> http://quang-cao.example", name="Sơn", to=Standing.PUBLISHED)
        comment(page, "Chưa đọc")
        comment(page, "Quảng cáo", to=Standing.HIDDEN)
        path = page.get_url()
    browser = visit(commune)
    html = main(browser.get(path))
    assert len(html.select(".comment")) == 5
    first = html.select_one(".comment")
    assert "Ý kiến 1 <b>đậm</b>" in first.text
    assert "Sơn" in first.text
    assert not first.select("a, b")
    assert "Chưa đọc" not in html.text
    assert "Quảng cáo" not in [words.text.strip() for words in html.select(".comment__words")]
    pages = [main(browser.get(f"{path}y-kien/", {"trang": number})) for number in (1, 2)]
    assert [len(one.select(".comment")) for one in pages] == [20, 2]
    tally = html.select_one(".tally").text
    assert "22" in tally
    assert "(1)" in tally


def test_how_to_reach_who_commented_is_nowhere_in_public(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        comment(page, contact="0912 345 678", to=Standing.PUBLISHED)
        path = page.get_url()
    browser = visit(commune)
    for address in (path, f"{path}y-kien/", LIST):
        assert "0912" not in browser.get(address).content.decode()


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("closes_on", {"closes_on": TODAY - 21 * DAY}),
        ("opens_on", {"published_on": TODAY}),
        ("accounted_on", {"accounted_on": TODAY + 5 * DAY, "account": "Xong."}),
        ("account", {"accounted_on": TODAY + 6 * DAY}),
    ],
)
def test_dates_that_contradict_each_other_are_refused(commune: Tenant, field: str, facts: dict[str, object]):
    with in_site(commune), pytest.raises(ValidationError) as refused:
        add(**facts)
    assert field in refused.value.message_dict


def test_no_account_before_the_last_day_of_an_extension(commune: Tenant):
    with in_site(commune):
        page = add()
        extend(page=page, closes_on=TODAY + 9 * DAY, reason="Mưa lớn", by=person(Role.APPROVER))
        page = ConsultationPage.objects.get(pk=page.pk)
        page.accounted_on, page.account = TODAY + 8 * DAY, "Xong."
        with pytest.raises(ValidationError):
            page.full_clean()


def test_a_draft_from_before_the_opening_moves_no_date_after_it(commune: Tenant, settings: Settings):
    with in_site(commune):
        page = add(opens_on=TODAY + DAY)
        page.closes_on = TODAY + 2 * DAY
        page.title = "Sửa tên"
        revision = Revision.objects.get(pk=page.save_revision().pk)
        settings.FIXED_TODAY = TODAY + DAY
        revision.publish()
        page = ConsultationPage.objects.get(pk=page.pk)
        assert (page.title, page.closes_on) == ("Sửa tên", TODAY + 5 * DAY)


def test_readers_of_another_language_share_dates_comments_and_account(
    commune: Tenant, visit: Visit, django_capture_on_commit_callbacks: object
):
    with in_site(commune):
        page = add()
        with django_capture_on_commit_callbacks(execute=True):
            translate_page(page=page, locale=Locale.objects.get(language_code="km"), texts={"title": "ផ្សារ"})
        translation = ConsultationPage.objects.get(locale__language_code="km")
        extend(page=translation, closes_on=TODAY + 9 * DAY, reason="Mưa lớn", by=person(Role.APPROVER))
        comment(translation, "យោបល់", to=Standing.PUBLISHED)
        comment(page, to=Standing.PUBLISHED)
        paths = page.get_url(), translation.get_url()
    browser = visit(commune)
    for path in paths:
        html = main(browser.get(path))
        assert html.select_one(".period__until time")["datetime"] == "2023-11-09"
        assert [words.text.strip() for words in html.select(".comment__words")] == ["យោបល់", WORDS]
    (shown,) = main(browser.get(f"/km{LIST}")).select(".list time")
    assert shown["datetime"] == "2023-11-09"


def test_a_page_that_is_not_for_everybody_takes_no_comments(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = add()
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    browser = visit(commune, Role.EDITOR)
    with in_site(commune):
        path = page.get_url()
    assert not main(browser.get(path)).select("form.public-form")
    assert browser.get(f"/gop-y/{page.pk}/").status_code == 404


def busy(title: str, number: int) -> ConsultationPage:
    """With so many extensions, and so many comments, files and decisions on them."""
    page = add(title)
    for count in range(number):
        fresh = ConsultationPage.objects.get(pk=page.pk)
        extend(page=fresh, closes_on=fresh.period.closes_on + DAY, reason="Mưa", by=person(Role.APPROVER))
        comment(fresh, to=Standing.PUBLISHED)
        stored = SiteDocument.objects.create(title=f"{title} {count}", file=ContentFile(PDF, "du-thao.pdf"))
        DraftFile.objects.create(page=page, file=stored)
    return page


def finish(page: ConsultationPage, number: int, **facts: object) -> None:
    close(page, accounted_on=datetime.date(2023, 12, 1), account="Xong.", **facts)
    for _ in range(number):
        answer(page)


def test_consultations_count_in_a_category_of_the_yearly_report(commune: Tenant):
    assert Category.objects.filter(key=ConsultationPage.CATEGORY).exists()


@pytest.mark.parametrize("number", [1, 3])
def test_more_rows_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        for count in range(number):
            still_open, closed = busy(f"Mở {count}", number), busy(f"Đóng {count}", number)
            finish(closed, number, document=issue(f"{count + 1}/2023/NQ-HĐND"))
        paths = still_open.get_url(), closed.get_url()
    settings.FIXED_TODAY = TODAY
    browser = visit(commune)
    found = {LIST: queries(browser, LIST), "open": queries(browser, paths[0])}
    settings.FIXED_TODAY = datetime.date(2023, 12, 31)
    found["answered"] = queries(browser, paths[1])
    found["comments"] = queries(browser, f"{paths[1]}y-kien/")
    found["account"] = queries(browser, f"{paths[1]}giai-trinh/")
    assert found == PINNED


def test_nothing_of_another_site_is_listed_or_shown(commune: Tenant, town: Tenant, visit: Visit):
    for tenant, word in ((commune, "xã"), (town, "thị trấn")):
        with in_site(tenant):
            page = add(f"Chỉ của {word}", slug="mot")
            comment(page, f"Lời của {word}", to=Standing.PUBLISHED)
    assert listed(visit(commune)) == ["Chỉ của xã"]
    (words,) = main(visit(commune).get(f"{LIST}mot/")).select(".comment__words")
    assert words.text.strip() == "Lời của xã"
