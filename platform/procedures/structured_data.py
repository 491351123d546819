"""A procedure in the words of schema.org, for search engines."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from procedures.details import Detail

# What would end the element, or begin another one, in the middle of a text.
HARMFUL = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def service_of(detail: Detail, address: str) -> SafeString:
    """A data block: no browser runs it, so the content policy has nothing to say about it."""
    text = json.dumps(_service(detail, address), ensure_ascii=False, separators=(",", ":"))
    return mark_safe(f'<script type="application/ld+json">{text.translate(HARMFUL)}</script>')


def _service(detail: Detail, address: str) -> dict[str, Any]:
    content, place = detail.content, detail.place
    channels = [{"@type": "ServiceChannel", "serviceUrl": detail.apply_address}] if detail.apply_address else []
    audience = "; ".join(content.applicants)
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": address,
        "url": address,
        "name": detail.name.words,
        "identifier": detail.code,
        "serviceType": detail.version.field.name,
        "provider": {"@type": "GovernmentOrganization", "name": content.deciding_agency},
        "audience": {"@type": "Audience", "audienceType": audience} if audience else None,
        "availableChannel": channels,
        "hoursAvailable": place.hours,
        "serviceLocation": {"@type": "Place", "name": place.desk, "telephone": place.phone} if place.desk else None,
        "serviceOutput": {"@type": "Thing", "name": content.result} if content.result else None,
    }
    return {name: value for name, value in data.items() if value not in (None, "", [])}
