"""The API as a program of another portal reads it."""

import datetime
import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Collection, CollectionViewRestriction, Locale

from citizens.page import QUESTIONS_PER_PAGE
from intake.models import Attempts
from legal.models import LegalLink
from newsroom.models import ArticlePage
from planning.models import ProjectPage
from procedure_catalogue.models import Procedure
from procedures.actions import save_defaults
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.files import PDF
from tests.platform.legal import documents
from tests.platform.opendata.data import API, DAY, KEYS, TODAY, article, dump, fill, get, project, question, rows
from tests.platform.organisation.offices import department, person, post
from tests.platform.procedures.cases import BIRTH, COPIES, SINCE, announce, change, say
from tests.platform.procedures.cases import person as clerk

Visit = Callable[..., Client]
# Counting who asks takes four of each, the site's frame one or two.
PINNED = {
    "articles": 8, "documents": 11, "procedures": 12, "projects": 9, "budget-disclosures": 8, "consultations": 9,
    "vacancies": 8, "places": 8, "departments": 10, "people": 11, "work-calendar": 9, "questions": 9, "text-pages": 8,
    "categories": 8,
}  # fmt: skip


def test_every_kind_of_data_has_rows_with_their_fields(commune: Tenant, visit: Visit):
    with in_site(commune):
        fill()
    browser = visit(commune)
    assert [entry["key"] for entry in get(browser, "")] == KEYS
    for key in KEYS:
        assert rows(browser, key), key
    assert rows(browser, "projects")[0]["notes"] == [{"noted_on": "2023-10-31", "percent": 40, "text": "Đã đổ bê tông"}]
    assert rows(browser, "projects")[0]["cost"] == 14_900_000_000
    assert rows(browser, "work-calendar")[0]["week"] == "2023-W44"


def test_one_row_is_the_row_of_the_list(commune: Tenant, visit: Visit):
    with in_site(commune):
        fill()
    browser = visit(commune)
    for key in KEYS:
        listed = rows(browser, key)[0]
        assert get(browser, f"{key}/{listed['id']}") == listed


def test_a_page_keeps_its_number_when_it_is_renamed_and_moved(commune: Tenant, visit: Visit):
    browser = visit(commune)
    before = rows(browser, "articles")[0]
    with in_site(commune):
        page = ArticlePage.objects.get(pk=before["id"])
        page.slug, page.title = "ten-khac", "Tên khác"
        page.save_revision().publish()
    after = get(browser, f"articles/{before['id']}")
    assert (after["title"], after["url"]) == ("Tên khác", before["url"].replace("bi-mat", "ten-khac"))
    assert after["translation_key"] == before["translation_key"]


def test_the_text_of_a_page_is_plain(commune: Tenant, visit: Visit):
    table = {"columns": [{"type": "text", "heading": "Tên"}], "rows": [{"values": ["<b>Gạo</b>"]}], "caption": "Giá"}
    body = [
        {"type": "text", "value": "<h2>Một</h2><p>Hai &amp; <b>ba</b></p>"},
        {"type": "picture", "value": {"image": {"image": 7, "alt_text": "Chợ"}, "caption": "Ảnh chợ"}},
        {"type": "table", "value": {"caption": "Bảng giá", "table": table}},
        {"type": "attachments", "value": {"title": "Tải về", "documents": [{"type": "item", "value": 3}]}},
    ]
    with in_site(commune):
        number = article("Chợ").pk
        ArticlePage.objects.filter(pk=number).update(body=json.dumps(body))
    told = get(visit(commune), f"articles/{number}")["text"]
    assert told.split("\n\n") == ["Một Hai & ba", "Ảnh chợ", "Bảng giá", "Giá", "Gạo", "Tên", "Tải về"]


@pytest.mark.parametrize(
    ("key", "query", "found"),
    [
        ("articles", {"category": "news"}, ["Bí mật của xã"]),
        ("articles", {"category": "none"}, []),
        ("articles", {"year": 2022}, ["Năm ngoái"]),
        ("articles", {"language": "vi", "year": 2023}, ["Bí mật của xã"]),
        ("articles", {"language": "km"}, []),
        ("articles", {"changed_since": "2023-10-01T00:00:00Z", "year": 2022}, []),
        ("articles", {"changed_since": "2022-01-01T00:00:00Z", "year": 2022}, ["Năm ngoái"]),
        ("projects", {"year": 2023}, ["Đường"]),
        ("projects", {"year": 2020}, []),
        ("projects", {"status": "preparing"}, ["Đường"]),
        ("projects", {"status": "finished"}, []),
    ],
)
def test_pages_are_narrowed(commune: Tenant, visit: Visit, key: str, query: dict, found: list[str]):
    with in_site(commune):
        article("Năm ngoái", published_on=TODAY - 365 * DAY)
        project("Đường")
    assert [row["title"] for row in rows(visit(commune), key, **query)] == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "du toan"}, ["15/2023/QĐ-UBND"]),
        ({"q": "15/2023"}, ["15/2023/QĐ-UBND"]),
        ({"q": "99"}, []),
        ({"form": "plan"}, ["7/KH"]),
        ({"year": 2023}, ["7/KH", "15/2023/QĐ-UBND"]),
        ({"status": "bi-thay-the"}, ["15/2023/QĐ-UBND"]),
    ],
)
def test_documents_are_narrowed(commune: Tenant, visit: Visit, query: dict, found: list[str]):
    with in_site(commune):
        old = documents.add("15/2023/QĐ-UBND", abstract="Giao dự toán")
        new = documents.add("7/KH", abstract="Kế hoạch", form=documents.form("plan"), issuer="Hội đồng")
        LegalLink.objects.create(document=new, relation="replaces", target=old)
    assert [row["number"] for row in rows(visit(commune), "documents", **query)] == found


def test_a_document_comes_with_files_and_links_that_anybody_may_see(commune: Tenant, visit: Visit):
    with in_site(commune):
        old = documents.add("1/QĐ")
        new = documents.add("2/QĐ")
        hidden = documents.add("3/QĐ", live=False)
        for target in (old, hidden):
            LegalLink.objects.create(document=new, relation="amends", target=target)
        shown = documents.attach(new, "quyet-dinh.pdf", PDF)
        closed = documents.attach(new, "noi-bo.pdf", PDF)
        collection = Collection.get_first_root_node().add_child(name="Nội bộ")
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
        closed.collection = collection
        closed.save()
        number, file = new.pk, shown.pk
    told = get(visit(commune), f"documents/{number}")
    assert told["links"] == [{"relation": "amends", "document": old.pk}]
    assert [(one["title"], one["kind"]) for one in told["files"]] == [("quyet-dinh.pdf", "pdf")]
    assert told["files"][0]["url"].startswith(f"http://{commune.primary_host}/documents/{file}/")


def test_of_people_only_public_fields_are_told_and_no_mail_address(commune: Tenant, visit: Visit):
    with in_site(commune):
        who = person(born_on=datetime.date(1970, 1, 2), home_town="Quê", biography="Tiểu sử", shows_home_town=True)
        unit = department(email="ubnd@demo.example")
        post(who, unit, phone="0294 1", email="ct@demo.example", shows_phone=False)
        post(person("Không ai"), department("Nội bộ", is_shown=False))
    browser = visit(commune)
    (told,) = rows(browser, "people")
    assert (told["home_town"], told["born_on"], told["biography"]) == ("Quê", None, "Tiểu sử")
    assert told["posts"][0]["phone"] == ""
    answers = [browser.get(f"{API}{key}").content.decode() for key in ("people", "departments")]
    assert "demo.example" not in "".join(answers)
    assert "Nội bộ" not in "".join(answers)


def test_of_who_asked_only_a_name_that_may_be_shown_is_told(commune: Tenant, visit: Visit):
    with in_site(commune):
        question("Có tên", 1, hides_name=False)
        secret = question("Không tên", 2, hides_name=True).secret
        question("Chưa đăng", 3, published_on=None)
    browser = visit(commune)
    assert {row["subject"]: row["name"] for row in rows(browser, "questions")} == {
        "Có tên": "Trần Thị Hỏi",
        "Không tên": "",
    }
    told = browser.get(f"{API}questions").content.decode()
    assert not [word for word in (secret, "hoi@demo", "0900000000", "ấp Chợ") if word in told]


def test_a_question_is_read_at_its_address_however_many_came_later(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number in range(QUESTIONS_PER_PAGE + 2):
            question(f"Hỏi {number}", number)
    browser = visit(commune)
    first = rows(browser, "questions")[-1]
    shown = browser.get(first["url"], follow=True)
    assert shown.redirect_chain[-1][0].endswith(f"?trang=2#cau-hoi-{first['id']}")
    assert f'id="cau-hoi-{first["id"]}"' in shown.content.decode()


def test_the_cursor_meets_every_row_once_whatever_comes_and_goes(commune: Tenant, visit: Visit):
    with in_site(commune):
        numbers = [article(f"Tin {number}").pk for number in range(7)]
    browser = visit(commune)
    met, following = [], f"{API}articles?limit=3"
    while following:
        answer = browser.get(following).json()
        met += [row["id"] for row in answer["results"]]
        following = answer["next"]
        with in_site(commune):
            if len(met) == 3:
                article("Mới")
                ArticlePage.objects.get(pk=met[0]).delete()
    assert [number for number in met if number in numbers] == numbers[::-1]
    assert len(met) == len(set(met))


def test_an_answer_that_is_known_is_not_sent_again(commune: Tenant, visit: Visit):
    browser = visit(commune)
    first = browser.get(f"{API}articles")
    again = browser.get(f"{API}articles", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    with in_site(commune):
        article("Tin mới")
    assert browser.get(f"{API}articles", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


def test_any_page_may_read_and_nobody_gets_a_cookie(commune: Tenant, visit: Visit):
    browser = visit(commune)
    answer = browser.get(f"{API}articles", HTTP_ORIGIN="https://elsewhere.example")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    asked = browser.options(f"{API}articles", HTTP_ORIGIN="https://elsewhere.example")
    assert (asked.status_code, asked["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    assert not browser.cookies


def test_head_is_get_without_its_body(commune: Tenant, visit: Visit):
    browser = visit(commune)
    head, whole = browser.head(f"{API}articles"), browser.get(f"{API}articles")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", whole["ETag"])


@pytest.mark.parametrize(
    ("method", "path", "accept", "status"),
    [
        ("GET", "articles?trang=2", "*/*", 400),
        ("GET", "articles?limit=0", "*/*", 400),
        ("GET", "articles?limit=201", "*/*", 400),
        ("GET", "articles?limit=3&limit=4", "*/*", 400),
        ("GET", "articles?cursor=abc", "*/*", 400),
        ("GET", "articles?cursor=99999999999999999999", "*/*", 400),
        ("GET", "articles?year=hai", "*/*", 400),
        ("GET", "articles?language=fr", "*/*", 400),
        ("GET", "articles?changed_since=hom-qua", "*/*", 400),
        ("GET", "documents?q=%00", "*/*", 400),
        ("GET", "work-calendar?week=44", "*/*", 400),
        ("GET", "articles/999999999", "*/*", 404),
        ("GET", "articles/99999999999999999999999999", "*/*", 404),
        ("GET", "nothing", "*/*", 404),
        ("GET", "articles/", "*/*", 404),
        ("GET", "../v2/pages/", "*/*", 404),
        ("POST", "articles", "*/*", 405),
        ("DELETE", "articles/1", "*/*", 405),
        ("PUT", "articles.csv", "*/*", 405),
        ("GET", "articles", "text/html", 406),
        ("GET", "articles.csv", "application/json", 406),
    ],
)
def test_what_can_not_be_answered_is_told_in_a_sentence(
    commune: Tenant, visit: Visit, method: str, path: str, accept: str, status: int
):
    answer = visit(commune).generic(method, f"{API}{path}".replace("v1/../", ""), HTTP_ACCEPT=accept)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    problem = json.loads(answer.content)
    assert problem["status"] == status
    assert problem["detail"].endswith(".")
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_sentences_are_in_the_language_that_is_asked_for(commune: Tenant, visit: Visit):
    browser = visit(commune)
    told = {
        language: browser.get(f"{API}nothing", HTTP_ACCEPT_LANGUAGE=language).json()["detail"]
        for language in ("vi", "en", "km", "fr")
    }
    assert told["en"] == "There is nothing at this address, or nothing any more."
    assert told["fr"] == told["vi"]
    assert len(set(told.values())) == 3


def test_who_asks_too_much_waits(commune: Tenant, town: Tenant, visit: Visit, settings: Settings):
    """And is counted on that site only, without the address."""
    settings.OPEN_DATA_REQUESTS = 2
    browser = visit(commune)
    for _ in range(2):
        get(browser, "articles")
    refused = browser.get(f"{API}articles")
    assert (refused.status_code, refused["Content-Type"]) == (429, "application/problem+json")
    assert 0 < int(refused["Retry-After"]) <= 600
    assert "10" in refused.json()["detail"]
    assert get(browser, "articles/1", expected=429)
    assert visit(town).get(f"{API}articles").status_code == 200
    assert browser.get(f"{API}articles", REMOTE_ADDR="203.0.113.9").status_code == 200
    with in_site(commune):
        assert "203.0.113" not in str(list(Attempts.objects.values()))


@pytest.mark.parametrize("key", KEYS)
def test_a_list_asks_as_often_for_three_rows_as_for_one(commune: Tenant, visit: Visit, key: str):
    browser = visit(commune)
    with in_site(commune):
        fill(number=1)
    one = _queries(browser, key)
    with in_site(commune):
        fill(number=2)
        fill(number=3)
    assert (one, _queries(browser, key)) == (PINNED[key], PINNED[key])


def _queries(browser: Client, key: str) -> int:
    get(browser, key)
    with CaptureQueriesContext(connection) as captured:
        get(browser, key)
    return len([query for query in captured if "SAVEPOINT" not in query["sql"]])


def test_a_translation_is_a_row_of_its_own_and_a_copy_is_none(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = project("Đường")
        translation = page.copy_for_translation(Locale.objects.get(language_code="en"))
        translation.save_revision().publish()
        copy = translation.copy(recursive=False, update_attrs={"slug": "copy"}, keep_live=True)
        ProjectPage.objects.filter(pk=copy.pk).update(alias_of=translation.pk)
    told = {row["language"]: row["translation_key"] for row in rows(visit(commune), "projects")}
    assert told == {"vi": str(page.translation_key), "en": str(page.translation_key)}


def test_procedures_are_told_with_what_the_office_adds(commune: Tenant, visit: Visit):
    with in_site(commune):
        announce(name_km="ការចុះបញ្ជីកំណើត")
        announce(COPIES, name="Chứng thực bản sao", field="chung-thuc", levels=["district"])
        save_defaults(place={"desk": "Bộ phận một cửa", "phone": "0294 1"}, levels=["commune"], seen=0, by=clerk())
        say(desk="Quầy 2", note="Thứ Tư nghỉ.")
    (told,) = rows(visit(commune), "procedures")
    assert (told["code"], told["name_km"], told["levels"]) == (BIRTH, "ការចុះបញ្ជីកំណើត", ["commune"])
    assert (told["desk"], told["phone"], told["note"]) == ("Quầy 2", "0294 1", "Thứ Tư nghỉ.")
    assert told["url"].endswith(":8000/thu-tuc/1-001193/")
    assert told["ways"][0]["fee"] == "Miễn phí"
    assert told["legal_basis"][0]["issued_on"] == "2014-11-20"
    assert (told["decision"], told["valid_from"]) == ("01/QĐ-UBND", "2023-01-01")


def test_a_form_of_the_office_is_told_where_anybody_may_open_it(commune: Tenant, visit: Visit):
    with in_site(commune):
        announce()
        form = documents.attach(documents.add(), "to-khai.pdf", PDF)
        say(form_file=form)
    browser = visit(commune)
    assert rows(browser, "procedures")[0]["form_file"]["title"] == "to-khai.pdf"
    with in_site(commune):
        closed = Collection.get_first_root_node().add_child(name="Nội bộ")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
        form.collection = closed
        form.save()
    assert rows(browser, "procedures")[0]["form_file"] is None
    assert "to-khai.pdf" not in dump(browser, "procedures")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "khai sinh"}, [BIRTH]),
        ({"q": COPIES}, [COPIES]),
        ({"field": "chung-thuc"}, [COPIES]),
        ({"level": "district"}, [COPIES]),
        ({"online": "partial"}, [COPIES, BIRTH]),
        ({"online": "full"}, []),
        ({"life_event": "none"}, []),
        ({"changed_since": "2022-01-01T00:00:00Z"}, [COPIES, BIRTH]),
        ({"changed_since": "2100-01-01T00:00:00Z"}, []),
    ],
)
def test_procedures_are_narrowed(commune: Tenant, visit: Visit, query: dict, found: list[str]):
    with in_site(commune):
        announce()
        announce(COPIES, name="Chứng thực bản sao", field="chung-thuc", levels=["commune", "district"])
    assert [row["code"] for row in rows(visit(commune), "procedures", **query)] == found


def test_what_the_office_changes_counts_as_a_change(commune: Tenant, visit: Visit):
    browser = visit(commune)
    with in_site(commune):
        announce()
        announce(COPIES, name="Chứng thực bản sao", field="chung-thuc")
    since = timezone.now().isoformat()
    assert rows(browser, "procedures", changed_since=since) == []
    with in_site(commune):
        say(COPIES, desk="Quầy 9")
    assert [row["desk"] for row in rows(browser, "procedures", changed_since=since)] == ["Quầy 9"]


def test_a_form_of_the_catalogue_is_told_with_its_whole_address(commune: Tenant, visit: Visit):
    elsewhere = "https://example.org/to-khai.docx"
    announce(dossier=[{"name": "Tờ khai", "originals": 1, "form_url": elsewhere}, {"name": "Giấy tờ", "copies": 1}])
    (told,) = rows(visit(commune), "procedures")
    assert [paper["form_url"] for paper in told["dossier"]] == [elsewhere, ""]


def test_what_was_announced_ahead_changes_when_its_day_begins_here(commune: Tenant, visit: Visit):
    announce()
    change()
    earlier = datetime.datetime(2023, 6, 1, tzinfo=datetime.UTC)
    Procedure.objects.update(changed_at=earlier)
    with in_site(commune):
        ArticlePage.objects.filter(pk=article("Chợ nổi").pk).update(published_on=SINCE, last_published_at=earlier)
    browser = visit(commune)
    changed = [one["changed_at"] for key in ("procedures", "articles") for one in rows(browser, key)]
    assert f"{SINCE}T00:00:00+07:00" == changed[0]
    assert f"{SINCE}T00:00:00+07:00" in changed[1:]
