import datetime
import hashlib
import io
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from PIL import Image

from tenants.demo.corpus.calendars import WEEKS, week
from tenants.demo.corpus.communes import ACTIVITY, Activity
from tenants.demo.corpus.introductions import unit_texts
from tenants.demo.corpus.model import Asked, Block, Disclosed, Item, Opening, Registered, Scheduled, Sight, Undertaken
from tenants.demo.corpus.news.stock import NEWS
from tenants.demo.corpus.pictures import PICTURES, draw
from tenants.demo.corpus.places import DISTRICT, unit, units
from tenants.demo.corpus.plan import commune_items, district_items, figures, overlap_plan
from tenants.demo.corpus.year import HOLIDAYS, is_workday

ROOT = Path(__file__).parents[3]
FIRST, LAST = datetime.date(2023, 1, 1), datetime.date(2023, 10, 31)
SILENT = {"29470", "29485", "29489"}
NEARLY_EMPTY = "29509"
CODES = [activity.code for activity in ACTIVITY]
SITES = [DISTRICT, *CODES]
KHMER = re.compile(r"[\u1780-\u17ff]")
NUMBERED = re.compile(
    r"^(?P<form>Quyết định|Kế hoạch|Công văn|Thông báo|Báo cáo|Chỉ thị|Nghị quyết|Công điện) "
    r"số (?P<number>\d+)/(?P<sign>\S+) ngày (?P<day>\d{2})/(?P<month>\d{1,2})/2023 "
)
NEW_STYLE_TONES = re.compile(r"(?<![qQ])[uU][ỳýỷỹỵ]\b|[oO][àáảãạèéẻẽẹ]\b")
HALF_SYLLABLE = re.compile(r"[\u0300-\u036f]")


def items_of(code: str) -> tuple[Item, ...]:
    return district_items() if code == DISTRICT else commune_items(code)


def every_item() -> list[Item]:
    return [item for code in SITES for item in items_of(code)]


def words_of(item: Item) -> list[str]:
    body = [line for block in item.body for line in words_in(block)]
    return [item.title, item.lead, item.author, *body, *words_within(item.record)]


def words_within(value: object) -> list[str]:
    """Every text in a record, however deep."""
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [line for name in fields(value) for line in words_within(getattr(value, name.name))]
    return [line for one in value for line in words_within(one)] if isinstance(value, tuple) else []


def words_in(block: Block) -> list[str]:
    cells = [cell for row in block.rows for cell in row]
    return [block.html, block.text, block.source, block.title, *block.header, *cells, block.alt, block.caption]


# counts


def test_district_has_the_distinct_items_of_the_report():
    items = district_items()
    assert len(items) == len({item.key for item in items}) == 1181


def test_district_counts_each_category_as_the_report_does():
    counted = Counter(category for item in district_items() for category in item.categories)
    assert counted == figures()
    assert counted.total() == 1411


def test_overlap_plan_is_what_the_items_show():
    assert Counter(item.categories for item in district_items()) == dict(overlap_plan())


def test_overlap_plan_adds_up_to_the_figures():
    by_category = Counter()
    for categories, count in overlap_plan():
        by_category.update(dict.fromkeys(categories, count))
    assert by_category == figures()


@pytest.mark.parametrize("code", SITES)
def test_every_item_has_known_categories_once_each(code: str):
    for item in items_of(code):
        assert item.categories
        assert len(set(item.categories)) == len(item.categories)
        assert set(item.categories) <= set(figures())


# one site


@pytest.mark.parametrize("code", SITES)
def test_titles_slugs_and_keys_are_unique_within_a_site(code: str):
    items = items_of(code)
    for attribute in ("title", "slug", "key"):
        assert len({getattr(item, attribute) for item in items}) == len(items)


@pytest.mark.parametrize("code", SITES)
def test_slugs_are_plain_words(code: str):
    for item in items_of(code):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", item.slug)
        assert len(item.slug) <= 100


@pytest.mark.parametrize("code", SITES)
def test_items_lie_in_the_period_of_the_report_oldest_first(code: str):
    days = [item.published for item in items_of(code)]
    assert days == sorted(days)
    assert days[0] >= FIRST
    assert days[-1] <= LAST


# text


@pytest.mark.parametrize("code", SITES)
def test_text_is_composed_without_double_spaces_or_open_slots(code: str):
    for item in items_of(code):
        for line in words_of(item):
            assert line == unicodedata.normalize("NFC", line)
            assert not HALF_SYLLABLE.search(line)
            assert "  " not in line
            assert not set("{}") & set(line)
            assert line == line.strip()
            assert " ," not in line
            assert " ." not in line.replace(" ...", "")


@pytest.mark.parametrize("code", SITES)
def test_tone_marks_are_in_the_old_style_throughout(code: str):
    for item in items_of(code):
        for line in words_of(item):
            assert not NEW_STYLE_TONES.search(line), line


def test_tone_check_knows_both_styles():
    assert NEW_STYLE_TONES.search("hoà bình")
    assert NEW_STYLE_TONES.search("thuỷ lợi")
    assert not NEW_STYLE_TONES.search("hòa bình, thủy lợi, toàn, quý, quỹ, ngoài, hoạt động")


@pytest.mark.parametrize("code", SITES)
def test_titles_fit_the_page_and_leads_are_short(code: str):
    for item in items_of(code):
        assert 10 <= len(item.title) <= 250
        assert 20 <= len(item.lead) <= 400


def test_some_titles_are_as_long_as_real_ones():
    assert sum(len(item.title) >= 150 for item in district_items()) >= 5


@pytest.mark.parametrize("code", SITES)
def test_bodies_have_two_to_six_blocks_with_something_in_each(code: str):
    for item in items_of(code):
        assert (1 if isinstance(item.record, Scheduled) else 2) <= len(item.body) <= 6
        for block in item.body:
            assert any(words_in(block)), item.title


@pytest.mark.parametrize("code", SITES)
def test_html_is_simple_and_balanced(code: str):
    for item in items_of(code):
        for block in item.body:
            tags = re.findall(r"<(/?)(\w+)>", block.html)
            assert {name for _, name in tags} <= {"p", "h2", "h3", "ul", "li", "b"}
            opened = Counter(name for closing, name in tags if not closing)
            assert opened == Counter(name for closing, name in tags if closing)
            assert block.html.count("<") == len(tags)


@pytest.mark.parametrize("code", SITES)
def test_tables_have_as_many_cells_as_headings(code: str):
    for item in items_of(code):
        for block in item.body:
            assert all(len(row) == len(block.header) for row in block.rows)


def test_bylines_are_plainly_invented():
    authors = {item.author for item in every_item()}
    assert authors == {"Ban biên tập (demo)", *(f"Cộng tác viên demo {number:02}" for number in range(1, 13))}


def test_villagers_who_speak_are_marked_as_invented():
    names = re.compile(r"(?:[Ôô]ng|[Bb]à|[Cc]hị|[Aa]nh) [A-ZĐ]\w+ (?:Văn|Thị) \w+(?P<mark> \(nhân vật minh họa\))?")
    found = [match for item in every_item() for line in words_of(item) for match in names.finditer(line)]
    assert found
    assert all(match["mark"] for match in found)


def test_news_titles_follow_many_patterns():
    assert sum(len(story.titles) for story in NEWS) >= 150


# Khmer


def test_district_has_fourteen_items_in_khmer():
    assert sum(item.language == "km" for item in district_items()) == 14


def test_khmer_items_are_written_in_khmer_and_others_are_not():
    for item in every_item():
        parts = [item.title, item.lead, *(block.html for block in item.body)]
        assert item.language in ("vi", "km")
        assert all(bool(KHMER.search(part)) == (item.language == "km") for part in parts if part)


@pytest.mark.parametrize("code", ["29482", "29488", "29467", "29503"])
def test_communes_with_many_khmer_residents_publish_in_khmer(code: str):
    assert any(item.language == "km" for item in commune_items(code))


# documents


def documents(code: str) -> list[tuple[Item, re.Match[str]]]:
    return [(item, found) for item in items_of(code) if (found := NUMBERED.match(item.title))]


def issued(found: re.Match[str]) -> datetime.date:
    return datetime.date(2023, int(found["month"]), int(found["day"]))


@pytest.mark.parametrize("code", SITES)
def test_document_is_published_on_its_date_or_shortly_after(code: str):
    for item, found in documents(code):
        assert 0 <= (item.published - issued(found)).days <= 14
        assert is_workday(issued(found))


@pytest.mark.parametrize("code", SITES)
def test_document_numbers_rise_with_the_date_within_each_form(code: str):
    by_form: dict[str, list[tuple[datetime.date, int]]] = {}
    for _, found in documents(code):
        by_form.setdefault(found["form"], []).append((issued(found), int(found["number"])))
    for pairs in by_form.values():
        numbers = [number for _, number in sorted(pairs)]
        assert numbers == sorted(set(numbers))


def registered(code: str) -> list[Registered]:
    return [item.record for item in items_of(code) if isinstance(item.record, Registered)]


def disclosed(code: str) -> list[Disclosed]:
    return [item.record for item in items_of(code) if isinstance(item.record, Disclosed)]


def test_items_of_the_district_stand_in_their_kinds():
    kinds = Counter(type(item.record) for item in district_items())
    assert kinds == {
        type(None): 604,
        Scheduled: 54,
        Registered: 488,
        Undertaken: 16,
        Disclosed: 7,
        Sight: 6,
        Opening: 2,
        Asked: 4,
    }


@pytest.mark.parametrize("code", SITES)
def test_directives_plans_notices_and_budgets_are_no_articles(code: str):
    for item in items_of(code):
        if {"directives", "planning", "notices_reports", "budget_disclosure"} & set(item.categories):
            assert item.record is not None, item.title


@pytest.mark.parametrize("code", SITES)
def test_kinds_of_one_category_stand_in_it_alone(code: str):
    where = {
        Asked: ("notices_reports",),
        Disclosed: ("budget_disclosure",),
        Undertaken: ("planning",),
        Sight: ("other",),
        Opening: ("other",),
    }
    for item in items_of(code):
        assert item.categories == where.get(type(item.record), item.categories)


def test_a_draft_is_asked_about_in_its_order():
    """What follows what: published, open, commented on, closed, accounted for, and nothing after the last demo day."""
    asked = [item for code in SITES for item in items_of(code) if isinstance(item.record, Asked)]
    for item in asked:
        record = item.record
        closes = record.prolonged.closes if record.prolonged else record.closes
        assert item.published <= record.opens < record.closes <= closes
        days = [said.day for said in record.comments]
        assert days == sorted(days)
        assert record.opens <= days[0] <= days[-1] <= min(closes, LAST)
        if record.prolonged:
            assert record.opens <= record.prolonged.day <= LAST
        if record.account:
            assert closes < record.account.day <= LAST
    assert len(asked) == 6


def test_an_account_names_each_comment_that_is_shown():
    for item in every_item():
        if isinstance(item.record, Asked) and item.record.account:
            shown = [n for n, said in enumerate(item.record.comments, start=1) if said.standing == "published"]
            assert [int(reply.comments) for reply in item.record.account.replies] == shown


def test_communes_have_documents_unevenly():
    numbers = sorted(len(registered(code)) for code in CODES)
    assert numbers[:4] == [0, 0, 0, 0]
    assert numbers[-2:] == [11, 15]


@pytest.mark.parametrize("code", SITES)
def test_a_number_is_given_once_by_an_issuer(code: str):
    given = [(record.issuer, record.number) for record in registered(code)]
    given += [(record.decision.issuer, record.decision.number) for record in disclosed(code)]
    assert len(given) == len(set(given))


@pytest.mark.parametrize("code", SITES)
def test_signers_are_plainly_invented(code: str):
    assert all(re.fullmatch(r"\w+ (Văn|Thị) Mẫu \(minh họa\)", record.signer) for record in registered(code))
    assert {record.office for record in registered(code)} <= {"Chủ tịch", "Phó Chủ tịch"}


def test_councils_resolve_and_committees_do_all_else():
    for record in registered(DISTRICT):
        is_council = record.issuer == "Hội đồng nhân dân huyện Trà Cú"
        assert is_council == (record.form == "resolution") == record.number.endswith("/NQ-HĐND")


@pytest.mark.parametrize("code", SITES)
def test_a_document_is_in_force_from_its_day_or_later(code: str):
    for record in registered(code):
        assert record.effective is None or record.effective >= record.issued
        assert record.expires is None or record.expires > record.issued


def test_some_documents_follow_older_ones():
    by_number = {record.number: record for record in registered(DISTRICT)}
    followers = [record for record in by_number.values() if record.relation]
    assert {record.relation for record in followers} == {"replaces", "amends", "guided_by"}
    assert all(by_number[record.other].issued <= record.issued for record in followers)
    assert 5 <= len(followers) <= 20


def test_some_documents_are_not_yet_in_force_and_some_are_no_longer():
    records = registered(DISTRICT)
    assert any(record.effective and record.effective > LAST for record in records)
    assert any(record.expires and record.expires <= LAST for record in records)


# budgets


@pytest.mark.parametrize("code", SITES)
def test_a_budget_is_disclosed_by_a_decision_within_the_months_it_is_about(code: str):
    for item in items_of(code):
        if isinstance(item.record, Disclosed):
            assert item.record.decision.number.endswith("/QĐ-UBND")
            assert item.title.startswith("Công khai ")
            assert item.record.decision.issued <= item.published


@pytest.mark.parametrize("code", SITES)
def test_what_is_planned_comes_in_and_goes_out_in_equal_parts(code: str):
    for record in disclosed(code):
        totals = [row for row in record.rows if row[0] in ("A", "B")]
        for column, heading in enumerate(record.headings):
            if totals and heading.startswith("Dự toán"):
                assert totals[0][column] == totals[1][column]


@pytest.mark.parametrize("code", SITES)
def test_no_more_goes_out_than_has_come_in(code: str):
    for record in disclosed(code):
        totals = [row for row in record.rows if row[0] in ("A", "B")]
        for column, heading in enumerate(record.headings):
            if totals and heading.startswith(("Thực hiện", "Quyết toán")):
                assert totals[0][column] >= totals[1][column]


@pytest.mark.parametrize("code", SITES)
def test_a_year_has_one_plan_in_all_tables(code: str):
    plans: dict[str, set[object]] = {}
    for record in disclosed(code):
        for column, heading in enumerate(record.headings):
            if heading.startswith("Dự toán"):
                plans.setdefault(heading, set()).add(record.rows[0][column])
    assert all(len(totals) == 1 for totals in plans.values())


# projects


@pytest.mark.parametrize("code", SITES)
def test_projects_were_noted_on_days_that_are_past(code: str):
    for item in items_of(code):
        if isinstance(item.record, Undertaken):
            assert all(item.published <= note.day <= LAST for note in item.record.notes)
            percents = [note.percent for note in item.record.notes]
            assert percents == sorted(percents)
            assert (item.record.status == "finished") == (percents[-1] == 100)


# calendars


def test_every_working_week_has_a_calendar_and_ten_are_adjusted():
    titles = [item.title for item in district_items() if "leader_calendar" in item.categories]
    adjusted = [title for title in titles if "điều chỉnh" in title]
    assert (len(titles), len(adjusted)) == (54, 10)
    assert len(titles) - len(adjusted) == WEEKS


def test_calendar_of_a_week_with_holidays_starts_after_them():
    assert week(1).days[0] == datetime.date(2023, 1, 3)
    assert week(18).days == (datetime.date(2023, 5, 4), datetime.date(2023, 5, 5))


@pytest.mark.parametrize("number", range(1, WEEKS + 1))
def test_calendar_days_are_working_days(number: int):
    assert week(number).days
    assert not set(week(number).days) & HOLIDAYS


def test_calendar_appears_before_its_week_or_in_it():
    for item in district_items():
        if found := re.search(r"tuần (\d+) ", item.title) if "leader_calendar" in item.categories else None:
            days = week(int(found[1])).days
            assert days[0] - datetime.timedelta(days=12) <= item.published <= days[-1]


# the year


def test_office_rests_at_tet_and_seldom_publishes_at_the_weekend():
    days = [item.published for item in district_items()]
    tet = [day for day in days if datetime.date(2023, 1, 20) <= day <= datetime.date(2023, 1, 26)]
    weekend = [day for day in days if day.weekday() >= 5]
    assert len(tet) <= 5
    assert len(weekend) <= len(days) * 0.06


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("Chôl Chnăm Thmây", (3, 20), (4, 20)),
        ("Sêne Đolta", (8, 14), (10, 20)),
        ("đau mắt đỏ", (9, 5), (10, 12)),
        ("khai giảng", (8, 14), (9, 8)),
        ("27/7", (6, 15), (7, 31)),
        ("8/3", (3, 1), (3, 10)),
        ("Đại hội Hội Nông dân", (1, 27), (7, 31)),
    ],
)
def test_campaigns_are_told_in_their_season(word: str, first: tuple[int, int], last: tuple[int, int]):
    days = [item.published for item in every_item() if word in item.title and not NUMBERED.match(item.title)]
    assert days
    assert min(days) >= datetime.date(2023, *first)
    assert max(days) <= datetime.date(2023, *last)


# communes


def test_activity_lists_the_17_units():
    assert sorted(CODES) == sorted(one.code for one in units())
    assert len(CODES) == 17


@pytest.mark.parametrize("activity", ACTIVITY, ids=lambda activity: activity.code)
def test_activity_table_says_what_the_site_has(activity: Activity):
    items = commune_items(activity.code)
    assert len(items) == activity.items
    assert items[-1].published == activity.newest


def test_three_sites_are_silent_for_more_than_ninety_days():
    silent = {code for code in CODES if (LAST - commune_items(code)[-1].published).days > 90}
    assert silent == SILENT


def test_one_site_has_almost_nothing():
    assert len(commune_items(NEARLY_EMPTY)) == 1


def test_two_units_called_dinh_an_never_leave_out_their_kind():
    for item in every_item():
        for line in (item.title, item.lead):
            assert not re.search(r"(?<![Xx]ã )(?<![Tt]hị trấn )Định An", line), line


@pytest.mark.parametrize(("code", "other"), [("29462", "xã Định An"), ("29494", "thị trấn Định An")])
def test_unit_does_not_speak_as_its_namesake(code: str, other: str):
    for item in commune_items(code):
        assert all(other not in line for line in words_of(item))


@pytest.mark.parametrize("code", CODES)
def test_commune_names_itself(code: str):
    own = unit(code).phrase.lower()
    assert any(own in line.lower() for item in commune_items(code) for line in words_of(item))


# units


@pytest.mark.parametrize("code", SITES)
def test_unit_introduces_itself_with_marked_contact_data(code: str):
    texts = unit_texts(code)
    assert texts.email.startswith("demo-")
    assert texts.email.endswith("@example.vn")
    assert texts.phone.startswith("0294 000 00")
    assert texts.address.endswith("tỉnh Trà Vinh")
    assert KHMER.search(texts.name_km)
    assert KHMER.search(texts.introduction_km)
    assert texts.name_en.startswith("People's Committee of")
    assert "<h2>" in texts.body_html


def test_unit_contacts_differ():
    texts = [unit_texts(code) for code in SITES]
    for attribute in ("slug", "name_vi", "name_km", "name_en", "address", "phone", "email"):
        assert len({getattr(one, attribute) for one in texts}) == len(SITES), attribute


# pictures


def test_every_picture_has_an_alternative_text_and_is_used():
    assert len(PICTURES) == 24
    assert all(len(spec.alt) > 20 and spec.caption for spec in PICTURES.values())
    used = {item.picture for item in every_item()} - {None}
    used |= {block.picture for item in every_item() for block in item.body if block.kind == "image"}
    assert used == set(PICTURES)


def test_image_blocks_carry_the_alternative_text_of_their_picture():
    blocks = [block for item in every_item() for block in item.body if block.kind == "image"]
    assert blocks
    assert all(block.alt == PICTURES[block.picture].alt and block.caption for block in blocks)


@pytest.mark.parametrize("key", PICTURES)
def test_picture_is_small_and_of_the_right_size(key: str):
    data = draw(key)
    assert len(data) <= 25 * 1024
    assert Image.open(io.BytesIO(data)).size == (960, 540)


# the same on every run


DIGEST = (
    "import hashlib; from tenants.demo.corpus.communes import ACTIVITY; "
    "from tenants.demo.corpus.introductions import unit_texts; from tenants.demo.corpus.places import units; "
    "from tenants.demo.corpus.pictures import draw; "
    "from tenants.demo.corpus.plan import commune_items, district_items; "
    "from tenants.demo.corpus.prints import printed; "
    "items = [district_items(), *(commune_items(one.code) for one in ACTIVITY)]; "
    "texts = [unit_texts(one.code) for one in units()]; pictures = [draw('rice-field'), draw('market')]; "
    "papers = [one for one in items[1] if getattr(one.record, 'file', '')]; "
    "prints = [printed(one.record, one.body) for one in papers]; "
    "assert {one.record.file for one in papers} == {'text', 'scan'}; "
    "print(hashlib.sha256(repr((items, texts, pictures, prints)).encode()).hexdigest())"
)


def digest(seed: str) -> str:
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", DIGEST], env=environment, capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_two_processes_make_the_same_corpus():
    first, second = digest("1"), digest("20231031")
    assert first == second
    assert len(first) == hashlib.sha256().digest_size * 2


def test_corpus_is_made_within_seconds():
    district_items.cache_clear()
    commune_items.cache_clear()
    began = time.process_time()
    assert every_item()
    assert time.process_time() - began < 5
