"""The index follows what is published, and finds by itself whatever nobody announced."""

from collections.abc import Iterator

import pytest

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


def test_of_what_is_gone_nothing_is_left():
    page = article("Chợ nổi")
    ArticlePage.objects.filter(pk=page.pk).update(live=False)
    renew(source="pages", numbers=[page.pk])
    assert not Entry.objects.filter(source="pages", number=page.pk).exists()
