"""Files with all rows of a dataset: what they hold, and that they hold nothing that readers may no longer see."""

import csv
import hashlib
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Collection, CollectionViewRestriction

from citizens.models import Question
from legal.models import LegalDocument, LegalLink
from lib.clock import today
from opendata import actions, dumps
from opendata.actions import current_dump, refresh_dumps, write_dump
from opendata.datasets import BY_KEY, Reading, request_of_site
from organisation.models import Department, Person
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.files import PDF
from tests.platform.legal import documents
from tests.platform.opendata.data import API, DAY, KEYS, TODAY, article, dump, fill, question, rows
from tests.platform.organisation.offices import department, person, post

Visit = Callable[..., Client]


def files(tenant: Tenant) -> list[str]:
    with in_site(tenant):
        return sorted(path.name for path in dumps.folder().glob("*"))


@pytest.mark.parametrize("key", KEYS)
def test_both_files_hold_what_the_api_tells(commune: Tenant, visit: Visit, key: str):
    with in_site(commune):
        fill()
    browser = visit(commune)
    told = sorted(rows(browser, key), key=lambda row: row["id"])
    written = json.loads(dump(browser, key))
    assert [row["id"] for row in written] == [row["id"] for row in told]
    assert set(written[0]) == set(told[0])
    table = list(csv.DictReader(io.StringIO(dump(browser, key, "csv"))))
    assert [row["id"] for row in table] == [str(row["id"]) for row in told]


def test_a_file_that_is_moved_to_where_only_some_may_open_it_is_named_no_more(commune: Tenant, visit: Visit):
    with in_site(commune):
        stored = documents.attach(documents.add(), "noi-bo.pdf", PDF)
        closed = Collection.get_first_root_node().add_child(name="Nội bộ")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    assert "noi-bo.pdf" in dump(visit(commune), "documents")
    with in_site(commune):
        stored.collection = closed
        stored.save()
    assert "noi-bo.pdf" not in dump(visit(commune), "documents")


def test_a_file_comes_with_its_sum_its_size_and_its_day(commune: Tenant, visit: Visit):
    browser = visit(commune)
    answer = browser.get(f"{API}articles.csv")
    content = b"".join(answer.streaming_content)
    assert answer["X-Checksum-SHA256"] == hashlib.sha256(content).hexdigest()
    assert int(answer["Content-Length"]) == len(content)
    assert answer["Last-Modified"]
    assert answer["Content-Disposition"].startswith('attachment; filename="articles-')
    again = browser.get(f"{API}articles.csv", HTTP_IF_NONE_MATCH=answer["ETag"])
    assert again.status_code == 304


def test_a_formula_in_a_csv_is_a_text(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("=HYPERLINK(1)")
    (row,) = [
        row for row in csv.DictReader(io.StringIO(dump(visit(commune), "articles", "csv"))) if "1" in row["title"]
    ]
    assert row["title"] == "'=HYPERLINK(1)"


def test_what_has_not_changed_is_not_asked_for_again(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    with in_site(commune):
        for number in range(5):
            article(f"Tin {number}")
    browser = visit(commune)
    dump(browser, "articles")
    asked: list[int] = []
    told = Reading.told
    monkeypatch.setattr(Reading, "told", lambda self, some: asked.extend(row.pk for row in some) or told(self, some))
    before = files(commune)
    dump(browser, "articles")
    assert (asked, files(commune)) == ([], before)
    with in_site(commune):
        new = article("Mới").pk
    assert "Mới" in dump(browser, "articles")
    assert asked == [new]


@pytest.mark.parametrize("key", KEYS)
def test_what_is_there_and_right_is_not_written_again(commune: Tenant, visit: Visit, key: str):
    with in_site(commune):
        fill()
    browser = visit(commune)
    dump(browser, key)
    with in_site(commune):
        kept = dumps.manifest_of(key)
    dump(browser, key)
    with in_site(commune):
        assert dumps.manifest_of(key) == kept


@pytest.mark.parametrize(
    "change",
    [
        {"answer": "Từ 6 giờ."},
        {"body": "Chợ đóng mấy giờ?"},
        {"hides_name": True},
        {"name": ""},
        {"answered_on": TODAY - DAY},
    ],
)
def test_an_answer_that_is_changed_is_written_anew(commune: Tenant, visit: Visit, change: dict):
    with in_site(commune):
        question("Chợ", hides_name=False)
    browser = visit(commune)
    before = json.loads(dump(browser, "questions"))
    with in_site(commune):
        Question.objects.update(**change)
    after = json.loads(dump(browser, "questions"))
    assert after != before
    assert after == sorted(rows(browser, "questions"), key=lambda row: row["id"])


def test_a_status_that_follows_from_another_document_is_written_anew(commune: Tenant, visit: Visit):
    with in_site(commune):
        old, new = documents.add("1/QĐ"), documents.add("2/QĐ")
    browser = visit(commune)
    assert "bi-thay-the" not in dump(browser, "documents")
    with in_site(commune):
        LegalLink.objects.create(document=new, relation="replaces", target=old)
    written = {row["number"]: row for row in json.loads(dump(browser, "documents"))}
    assert written["1/QĐ"]["status"] == "bi-thay-the"
    assert written["2/QĐ"]["links"] == [{"relation": "replaces", "document": old.pk}]
    with in_site(commune):
        LegalDocument.objects.filter(pk=old.pk).update(live=False)
    assert [row["links"] for row in json.loads(dump(browser, "documents"))] == [[]]


def test_a_field_that_is_closed_is_out_at_once(commune: Tenant, visit: Visit):
    with in_site(commune):
        who = person(biography="Tiểu sử riêng")
        post(who, department(), phone="0294 777")
    browser = visit(commune)
    assert "Tiểu sử riêng" in dump(browser, "people")
    with in_site(commune):
        Person.objects.update(shows_biography=False)
        who.posts.update(shows_phone=False)
    written = dump(browser, "people")
    assert "Tiểu sử riêng" not in written
    assert "0294 777" not in written
    with in_site(commune):
        Department.objects.update(is_shown=False)
    assert json.loads(dump(browser, "people")) == []


def test_a_run_that_is_killed_leaves_the_old_files_whole(
    commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch
):
    browser = visit(commune)
    before = dump(browser, "articles")
    with in_site(commune):
        kept = dumps.manifest_of("articles")

    def killed(values: object) -> str:
        raise SystemExit

    with monkeypatch.context() as patch, in_site(commune):
        patch.setattr(actions, "line_of", killed)
        with pytest.raises(SystemExit):
            refresh_dumps()
        assert dumps.manifest_of("articles") == kept
    assert dump(browser, "articles") == before


def test_what_killed_runs_have_left_goes(commune: Tenant, visit: Visit, settings: Settings):
    with in_site(commune):
        dumps.folder().mkdir(parents=True, exist_ok=True)
        old, young = dumps.folder() / "articles.0.csv", dumps.folder() / "articles.1.csv"
        for path in (old, young):
            path.write_text("half")
        _age(old)
        refresh_dumps()
        assert (old.exists(), young.exists()) == (False, True)


def test_a_portion_of_rows_is_in_memory_at_a_time(commune: Tenant, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(actions, "ROWS_AT_ONCE", 2)
    most: list[int] = []
    told = Reading.told
    monkeypatch.setattr(Reading, "told", lambda self, some: most.append(len(some)) or told(self, some))
    with in_site(commune):
        for number in range(6):
            article(f"Tin {number}")
        manifest = write_dump(reading=Reading(BY_KEY["articles"], request_of_site(), today()), taking_over=False)
    assert (manifest.rows, max(most)) == (7, 2)


def test_files_of_another_make_are_made_anew(commune: Tenant):
    with in_site(commune):
        dumps.folder().mkdir(parents=True, exist_ok=True)
        (dumps.folder() / "articles.manifest").write_text('{"made_at": 1}')
        assert current_dump(dataset=BY_KEY["articles"]).rows == 1


def test_a_file_that_is_missing_is_made_anew(commune: Tenant):
    with in_site(commune):
        first = current_dump(dataset=BY_KEY["articles"])
        (dumps.folder() / first.csv.name).unlink()
        assert current_dump(dataset=BY_KEY["articles"]).csv.sha256 == first.csv.sha256


def test_the_same_rows_keep_their_files(commune: Tenant):
    with in_site(commune):
        first = current_dump(dataset=BY_KEY["articles"])
        refresh_dumps()
        second = dumps.manifest_of("articles")
        assert (second.csv, second.json) == (first.csv, first.json)
        assert second.made > first.made
        assert len(list(dumps.folder().glob("articles.*"))) == 4


def test_nobody_fetches_a_file_by_its_place(commune: Tenant, visit: Visit):
    browser = visit(commune)
    dump(browser, "articles")
    names = [name for name in files(commune) if name.startswith("articles.")]
    assert [browser.get(f"/media/{dumps.FOLDER}/{name}").status_code for name in names] == [404] * len(names)


def _age(path: Path) -> None:
    long_ago = timezone.now().timestamp() - 2 * actions.LEFT_BEHIND_SECONDS
    os.utime(path, (long_ago, long_ago))
