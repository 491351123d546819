"""The index follows what is published, and finds by itself whatever nobody announced."""

import logging
from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from newsroom.models import ArticlePage
from search import actions
from search.actions import renew, renew_all
from search.models import Entry
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.legal.documents import add
from tests.platform.search.findings import article, titles


@pytest.fixture(autouse=True)
def _here(commune: Tenant) -> Iterator[None]:
    with in_site(commune):
        renew_all()
        yield


def test_what_is_in_step_is_not_written_again():
    add()
    assert (renew_all(), renew_all()) == (1, 0)


def test_what_no_call_announced_is_found_by_comparing():
    ArticlePage.objects.filter(pk=article("Chợ nổi").pk).update(title="Chợ chìm")
    assert titles("cho chim") == []
    assert renew_all() == 1
    assert titles("cho chim") == ["Chợ chìm"]


def test_an_index_that_lacks_rows_or_has_too_many_is_brought_in_step():
    """As after a backup was restored."""
    everything = Entry.objects.count()
    Entry.objects.filter(kind="page").delete()
    Entry.objects.create(source="pages", number=10**9, kind="page", title="Bóng ma", stamp="x")
    Entry.objects.create(source="gone", number=1, kind="page", title="Bóng ma", stamp="x")
    renew_all()
    assert Entry.objects.count() == everything
    assert not Entry.objects.filter(title="Bóng ma").exists()


def test_what_was_done_before_it_was_killed_stays_done(monkeypatch: pytest.MonkeyPatch):
    for number in range(3):
        add(f"{number}/2023/QĐ-UBND")
    monkeypatch.setattr(actions, "PORTION", 2)
    monkeypatch.setattr(actions, "_entry", killed_after(2, actions._entry))
    with pytest.raises(KeyboardInterrupt):
        renew_all()
    assert Entry.objects.filter(kind="document").count() == 2
    monkeypatch.undo()
    assert renew_all() == 1


def killed_after(times: int, work: object) -> object:
    done = []

    def once(*args: object) -> object:
        done.append(args)
        if len(done) > times:
            raise KeyboardInterrupt
        return work(*args)

    return once


def test_another_way_to_take_texts_apart_indexes_all_of_them_anew(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(actions, "VERSION", actions.VERSION + 1)
    assert renew_all() == Entry.objects.count()


def test_a_text_longer_than_an_index_can_hold_is_cut():
    page = article("Chợ nổi", body=" ".join(f"tu{number}" for number in range(120_000)))
    assert Entry.objects.get(source="pages", number=page.pk).text
    assert titles("cho noi") == ["Chợ nổi"]


def test_a_mark_that_stands_on_no_letter_keeps_no_page_from_its_readers():
    article("Chợ \u0301 nổi", body="ngày \u0323 mai")
    assert len(titles("cho noi \u0301")) == 1


def refuse(number: int) -> Callable[[], None]:
    """The database takes no entry with that number, and says in its error what stood there. Returns what ends it."""

    def ask(*statements: str) -> None:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    ask(
        f"""CREATE FUNCTION no_such_entry() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.number = {number} THEN RAISE 'not %', NEW.title; END IF;
            RETURN NEW;
        END $$""",
        "CREATE TRIGGER no_such_entry BEFORE INSERT OR UPDATE ON search_entry "
        "FOR EACH ROW EXECUTE FUNCTION no_such_entry()",
    )
    return lambda: ask("DROP TRIGGER no_such_entry ON search_entry")


def documents() -> set[str]:
    return set(Entry.objects.filter(source="documents").values_list("sign_key", flat=True))


def test_one_thing_that_cannot_be_indexed_keeps_no_other_out_and_is_tried_again(caplog: pytest.LogCaptureFixture):
    bad, *_ = [add(f"{number}/2023/QĐ-UBND", abstract="Bí mật") for number in (1, 2, 3)]
    ArticlePage.objects.filter(pk=article("Chợ nổi").pk).update(title="Chợ chìm")
    allow = refuse(bad.pk)
    with caplog.at_level(logging.ERROR, "search.actions"):
        renew_all()
    assert documents() == {"22023qdubnd", "32023qdubnd"}
    assert titles("cho chim") == ["Chợ chìm"]
    (message,) = [record.getMessage() for record in caplog.records]
    assert message.startswith(f"documents {bad.pk} ")
    assert "Bí mật" not in caplog.text
    allow()
    assert renew_all() == 1
    assert documents() == {"12023qdubnd", "22023qdubnd", "32023qdubnd"}


def test_it_keeps_nobody_from_publishing_and_its_former_words_are_found_no_more():
    page = article("Chợ nổi")
    refuse(page.pk)
    page.title = "Chợ chìm"
    page.save_revision().publish()
    assert ArticlePage.objects.get(pk=page.pk).title == "Chợ chìm"
    assert titles("cho noi") == titles("cho chim") == []


def test_of_what_is_gone_nothing_is_left():
    page = article("Chợ nổi")
    ArticlePage.objects.filter(pk=page.pk).update(live=False)
    renew(source="pages", numbers=[page.pk])
    assert not Entry.objects.filter(source="pages", number=page.pk).exists()
