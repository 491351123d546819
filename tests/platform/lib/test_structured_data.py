"""What is said in the words of schema.org: whole by what its readers ask for, in words that the vocabulary has.

REQUIRED and KNOWN are facts about the vocabulary and about what Google asks for in its rich results, written
down here: no library in Python that validates JSON-LD against schema.org is kept.
"""

import datetime
import json
from typing import Any

import pytest

from lib.structured_data import (
    Data,
    Office,
    as_element,
    breadcrumb_list,
    event,
    government_organization,
    government_service,
    legislation,
    news_article,
    web_site,
)

HOME = "https://xa.example/"
OFFICE = Office(
    name="Ủy ban nhân dân xã",
    address=HOME,
    emblem=f"{HOME}static/emblem.svg",
    street="Ấp Chợ",
    phone="0294 000 0000",
    email="xa@example.vn",
    superior="Huyện Trà Cú",
)
DAY = datetime.date(2023, 10, 30)
MOMENT = datetime.datetime(2023, 10, 30, 8, tzinfo=datetime.UTC)
# What a reader of that type asks for; of documents, services and offices nobody asks for more than a name.
REQUIRED = {
    "GovernmentOrganization": {"name", "url"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "NewsArticle": {"headline", "datePublished", "author", "publisher"},
    "Legislation": {"name", "legislationIdentifier"},
    "Event": {"name", "startDate", "location", "eventStatus", "eventAttendanceMode"},
    "Place": {"name", "address"},
    "VirtualLocation": {"url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "GovernmentService": {"name", "serviceOperator"},
}
THING = {"name", "url", "description", "identifier", "image"}
WORK = THING | {"inLanguage", "publisher", "datePublished", "dateModified", "abstract", "encoding", "creditText"}
ORGANIZATION = THING | {"telephone", "email", "address", "parentOrganization", "logo"}
KNOWN = {
    "GovernmentOrganization": ORGANIZATION,
    "PostalAddress": {"streetAddress", "addressCountry"},
    "WebSite": WORK | {"potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "NewsArticle": WORK | {"headline", "author", "mainEntityOfPage"},
    "Legislation": WORK
    | {
        "legislationIdentifier",
        "legislationType",
        "legislationPassedBy",
        "legislationDate",
        "legislationDateVersion",
        "legislationLegalForce",
        "legislationJurisdiction",
        "legislationChanges",
    },
    "LegislationObject": {"contentUrl"},
    "AdministrativeArea": THING,
    "Event": THING | {"startDate", "endDate", "location", "eventAttendanceMode", "eventStatus", "organizer"},
    "Place": THING | {"address"},
    "VirtualLocation": THING,
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "GovernmentService": THING
    | {
        "serviceType",
        "provider",
        "serviceOperator",
        "audience",
        "areaServed",
        "availableChannel",
        "hoursAvailable",
        "offers",
    },
    "ServiceChannel": {"serviceUrl"},
    "Audience": {"audienceType"},
    "Offer": THING,
}
BLOCKS = {
    "organization": government_organization(OFFICE),
    "site": web_site(OFFICE, language="vi", search=f"{HOME}tim-kiem/?q={{search_term_string}}"),
    "article": news_article(
        OFFICE,
        address=f"{HOME}tin/",
        headline="Tin",
        language="vi",
        published=DAY,
        updated=MOMENT,
        gist="Lời dẫn",
        picture=f"{HOME}a.jpg",
        author="Ban biên tập",
    ),
    "document": legislation(
        OFFICE,
        address=f"{HOME}van-ban/1/",
        name="Quyết định 1",
        number="1/QĐ",
        form="Quyết định",
        abstract="Về việc",
        issuer="UBND",
        issued=DAY,
        in_force_from=DAY,
        in_force="InForce",
        changes=[("legislationChanges", f"{HOME}van-ban/2/")],
        files=[f"{HOME}tep.pdf"],
    ),
    "meeting": event(OFFICE, address=f"{HOME}lich/", name="Họp", starts=MOMENT, place="Hội trường", is_cancelled=True),
    "consultation": event(OFFICE, address=f"{HOME}du-thao/", name="Dự thảo", starts=DAY, ends=DAY, gist="Phí"),
    "service": government_service(
        OFFICE,
        address=f"{HOME}thu-tuc/1/",
        name="Khai sinh",
        number="1.001193",
        gist="Đăng ký",
        audience="Công dân",
        channels=["https://dichvucong.example/1"],
        hours="Thứ hai – thứ sáu",
        fee="Không",
    ),
    "way": breadcrumb_list([("Trang chủ", HOME), ("Tin tức", f"{HOME}tin-tuc/")]),
}


def faults(data: Any) -> list[str]:
    """What is missing, and what the vocabulary does not know, at any depth."""
    if isinstance(data, list):
        return [fault for one in data for fault in faults(one)]
    if not isinstance(data, dict):
        return []
    kind = data.get("@type", "nothing")
    names = {name for name in data if not name.startswith("@")}
    # Whoever is only pointed to by name and address.
    wanted = REQUIRED.get(kind, set()) if not {"@id", "url"} >= set(data) - {"@type"} else set()
    missing = [f"{kind} without {name}" for name in sorted(wanted - names)]
    unknown = [f"{kind} knows no {name}" for name in sorted(names - KNOWN.get(kind, set()))]
    empty = [f"{kind} with an empty {name}" for name in sorted(names) if data[name] in ("", None, [])]
    superior = kind == "GovernmentOrganization" and set(data) == {"@type", "name"}
    return ([] if superior else missing) + unknown + empty + [fault for one in data.values() for fault in faults(one)]


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_is_whole_and_in_known_words(name: str):
    assert faults(BLOCKS[name]) == []


@pytest.mark.parametrize(
    "broken",
    [
        {"@type": "NewsArticle", "headline": "Tin"},
        {"@type": "Event", "name": "Họp", "venue": "Hội trường"},
        {"@type": "Article"},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1}]},
    ],
)
def test_the_table_finds_what_is_wrong(broken: Data):
    assert faults({**broken, "name": broken.get("name", "x")})


def test_what_is_not_known_is_left_out():
    told = government_organization(Office(name="Xã", address=HOME))
    assert set(told) == {"@type", "@id", "name", "url"}


def test_an_article_without_a_picture_names_none():
    told = news_article(OFFICE, address=HOME, headline="Tin", language="vi", published=DAY)
    assert "image" not in told
    assert faults(told) == []


def test_an_event_without_a_place_is_on_the_web():
    assert BLOCKS["consultation"]["location"] == {"@type": "VirtualLocation", "url": f"{HOME}du-thao/"}
    assert BLOCKS["meeting"]["eventStatus"] == "https://schema.org/EventCancelled"


def test_no_text_ends_the_element():
    element = as_element([{"@type": "Thing", "name": "</script><script>alert(1)</script><!-- & \u2028"}])
    inside = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028") & set(inside)
    assert json.loads(inside)["@graph"][0]["name"] == "</script><script>alert(1)</script><!-- & \u2028"


def test_nothing_to_say_is_no_element():
    assert as_element([]) == ""
