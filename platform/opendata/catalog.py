"""The catalogue as DCAT 2 in JSON-LD, for the catalogues of other portals."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from catalogue.datasets import Dataset
from opendata.datasets import DATASETS
from opendata.dumps import Manifest, manifest_of
from opendata.models import OpenDataSettings
from opendata.schemas import addresses_of
from pages.models import SiteSettings

WORDS = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA = "https://www.iana.org/assignments/media-types/"
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}
LANGUAGES = {
    "vi": "http://publications.europa.eu/resource/authority/language/VIE",
    "km": "http://publications.europa.eu/resource/authority/language/KHM",
    "en": "http://publications.europa.eu/resource/authority/language/ENG",
}
NIGHTLY = "http://publications.europa.eu/resource/authority/frequency/DAILY"


def catalog_of(request: HttpRequest) -> dict[str, Any]:
    site, terms = SiteSettings.for_request(request), OpenDataSettings.of_site()
    publisher = {"@type": "foaf:Organization", "foaf:name": site.name_vi, "foaf:homepage": _to(request, "/")}
    licence = {"@id": terms.licence_address} if terms.licence_address else {"dct:title": terms.terms}
    common = {"dct:publisher": publisher, "dct:license": licence}
    return {
        "@context": WORDS,
        "@id": request.build_absolute_uri(reverse("opendata:catalog")),
        "@type": "dcat:Catalog",
        "dct:title": site.name,
        "dct:language": [{"@id": LANGUAGES[code]} for code, _name in settings.LANGUAGES],
        **common,
        "dcat:dataset": [_dataset(one, request, common) for one in DATASETS],
    }


def _dataset(dataset: Dataset, request: HttpRequest, common: dict[str, Any]) -> dict[str, Any]:
    manifest, addresses = manifest_of(dataset.key), addresses_of(dataset.key, request)
    page = request.build_absolute_uri(reverse("open_data_set", args=[dataset.key]))
    told = {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:identifier": dataset.key,
        "dct:title": str(dataset.title),
        "dct:description": str(dataset.holds),
        "dcat:landingPage": {"@id": page},
        "dct:accrualPeriodicity": {"@id": NIGHTLY},
        **common,
        "dcat:distribution": [_file(kind, addresses[kind], manifest, common) for kind in MEDIA_TYPES],
    }
    told["dcat:distribution"].append(_service(addresses["rows"], request, common))
    if manifest:
        told["dct:modified"] = _moment(manifest)
    return told


def _file(kind: str, address: str, manifest: Manifest | None, common: dict[str, Any]) -> dict[str, Any]:
    told = {
        "@id": address,
        "@type": "dcat:Distribution",
        "dcat:downloadURL": {"@id": address},
        "dcat:accessURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{MEDIA}{MEDIA_TYPES[kind]}"},
        "dct:license": common["dct:license"],
    }
    if manifest:
        file = getattr(manifest, kind)
        told["dcat:byteSize"] = {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"}
        told["dct:modified"] = _moment(manifest)
        told["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        }
    return told


def _service(address: str, request: HttpRequest, common: dict[str, Any]) -> dict[str, Any]:
    description = request.build_absolute_uri(reverse("opendata:description"))
    service = {"@type": "dcat:DataService", "dcat:endpointURL": {"@id": address}}
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{MEDIA}application/json"},
        "dcat:accessService": {**service, "dcat:endpointDescription": {"@id": description}},
        "dct:license": common["dct:license"],
    }


def _moment(manifest: Manifest) -> dict[str, str]:
    return {"@value": manifest.made_at, "@type": "xsd:dateTime"}


def _to(request: HttpRequest, path: str) -> dict[str, str]:
    return {"@id": request.build_absolute_uri(path)}
