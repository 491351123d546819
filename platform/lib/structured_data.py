"""What an address is about, in the words of schema.org, as JSON-LD for search engines. Rooms build theirs of these."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.utils.safestring import SafeString, mark_safe

Data = dict[str, Any]
Moment = datetime.date | datetime.datetime
CONTEXT = "https://schema.org"
# What would end the element, or begin another one, in the middle of a text.
HARMFUL = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True)
class Office:
    """Who publishes the site. `address` is that of its home page, absolute, as all addresses here are."""

    name: str
    address: str
    emblem: str = ""
    street: str = ""
    phone: str = ""
    email: str = ""
    superior: str = ""


def organization(office: Office) -> Data:
    """As others point to it; what it is stands on the home page. In all languages it is one."""
    return {
        "@type": "GovernmentOrganization",
        "@id": urljoin(office.address, "/#co-quan"),
        "name": office.name,
        "url": office.address,
    }


def government_organization(office: Office) -> Data:
    superior = {"@type": "GovernmentOrganization", "name": office.superior} if office.superior else None
    place = _whole({"@type": "PostalAddress", "streetAddress": office.street, "addressCountry": "VN"})
    return _whole(
        {
            **organization(office),
            "logo": office.emblem,
            "telephone": office.phone,
            "email": office.email,
            "address": place if office.street else None,
            "parentOrganization": superior,
        }
    )


def web_site(office: Office, *, language: str, search: str) -> Data:
    """`search` is the address that searches, with `{search_term_string}` for the words."""
    target = {"@type": "EntryPoint", "urlTemplate": search}
    action = {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"}
    return _whole(
        {
            "@type": "WebSite",
            "@id": f"{office.address}#trang",
            "name": office.name,
            "url": office.address,
            "inLanguage": language,
            "publisher": organization(office),
            "potentialAction": action,
        }
    )


def news_article(
    office: Office,
    *,
    address: str,
    headline: str,
    language: str,
    published: Moment | None,
    updated: Moment | None = None,
    gist: str = "",
    picture: str = "",
    author: str = "",
) -> Data:
    return _whole(
        {
            "@type": "NewsArticle",
            "headline": headline[:110],
            "url": address,
            "mainEntityOfPage": address,
            "inLanguage": language,
            "datePublished": _iso(published),
            "dateModified": _iso(updated),
            "description": gist,
            "image": [picture] if picture else None,
            # The office answers for it by law; the line may name a person or a department.
            "author": organization(office),
            "creditText": author,
            "publisher": _whole({**organization(office), "logo": office.emblem}),
        }
    )


def legislation(
    office: Office,
    *,
    address: str,
    name: str,
    number: str,
    form: str = "",
    abstract: str = "",
    issuer: str = "",
    issued: Moment | None = None,
    in_force_from: Moment | None = None,
    in_force: str = "",
    changes: Iterable[tuple[str, str]] = (),
    files: Iterable[str] = (),
) -> Data:
    """`in_force` is one of `InForce`, `PartiallyInForce`, `NotInForce`; `changes` are pairs of a property, such as
    `legislationChanges`, and the address of the other document."""
    data: Data = {
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "name": name,
        "legislationIdentifier": number,
        "legislationType": form,
        "abstract": abstract,
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": issuer} if issuer else None,
        "legislationDate": _iso(issued),
        "legislationDateVersion": _iso(in_force_from),
        "legislationLegalForce": f"{CONTEXT}/{in_force}" if in_force else "",
        "legislationJurisdiction": {"@type": "AdministrativeArea", "name": office.name},
        "inLanguage": "vi",
        "publisher": organization(office),
        "encoding": [{"@type": "LegislationObject", "contentUrl": file} for file in files],
    }
    for relation, other in changes:
        data.setdefault(relation, []).append({"@type": "Legislation", "@id": other, "url": other})
    return _whole(data)


def event(
    office: Office,
    *,
    address: str,
    name: str,
    starts: Moment,
    ends: Moment | None = None,
    gist: str = "",
    place: str = "",
    is_cancelled: bool = False,
) -> Data:
    """Without a place it happens at its address on the web."""
    where = (
        {"@type": "Place", "name": place, "address": place} if place else {"@type": "VirtualLocation", "url": address}
    )
    return _whole(
        {
            "@type": "Event",
            "name": name,
            "url": address,
            "startDate": _iso(starts),
            "endDate": _iso(ends),
            "description": gist,
            "location": where,
            "eventAttendanceMode": f"{CONTEXT}/{'Offline' if place else 'Online'}EventAttendanceMode",
            "eventStatus": f"{CONTEXT}/{'EventCancelled' if is_cancelled else 'EventScheduled'}",
            "organizer": organization(office),
        }
    )


def government_service(
    office: Office,
    *,
    address: str,
    name: str,
    number: str = "",
    gist: str = "",
    audience: str = "",
    area: str = "",
    channels: Iterable[str] = (),
    hours: str = "",
    fee: str = "",
) -> Data:
    """An administrative procedure. `channels` are addresses on the web where it is asked for."""
    ways = [{"@type": "ServiceChannel", "serviceUrl": channel} for channel in channels]
    return _whole(
        {
            "@type": "GovernmentService",
            "@id": address,
            "url": address,
            "name": name,
            "identifier": number,
            "description": gist,
            "serviceType": name,
            "provider": organization(office),
            "serviceOperator": organization(office),
            "audience": {"@type": "Audience", "audienceType": audience} if audience else None,
            "areaServed": {"@type": "AdministrativeArea", "name": area or office.name},
            "availableChannel": ways,
            "hoursAvailable": hours,
            "offers": {"@type": "Offer", "description": fee} if fee else None,
        }
    )


def breadcrumb_list(trail: Iterable[tuple[str, str]]) -> Data:
    """Name and address of each page from the home page down, the one at hand included."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def as_element(data: Iterable[Data]) -> SafeString:
    """A data block: no browser runs it, so the content policy has nothing to say about it. Empty without data."""
    blocks = list(data)
    if not blocks:
        return mark_safe("")
    text = json.dumps({"@context": CONTEXT, "@graph": blocks}, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(f'<script type="application/ld+json">{text.translate(HARMFUL)}</script>')


def _whole(data: Data) -> Data:
    """Less what is not known."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def _iso(moment: Moment | None) -> str:
    return moment.isoformat() if moment else ""
