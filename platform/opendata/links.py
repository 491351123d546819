"""The address of the licence under which the site gives its data away."""

from collections.abc import Collection, Iterator, Mapping

from django.urls import reverse
from wagtail.models import Site

from links.sources import Found, Holder, LinkSource
from opendata.models import OpenDataSettings


def _stamps() -> Mapping[int, str]:
    return dict(OpenDataSettings.objects.exclude(licence_address="").values_list("pk", "licence_address"))


def _read(numbers: Collection[int]) -> Iterator[Holder]:
    for one in OpenDataSettings.objects.filter(pk__in=numbers):
        yield Holder(
            number=one.pk,
            title=str(OpenDataSettings._meta.verbose_name),
            edit_address=_edit_address(one.site),
            links=(Found(one.licence_address),),
        )


def _edit_address(site: Site) -> str:
    return reverse("wagtailsettings:edit", args=["opendata", "opendatasettings", site.pk])


OPEN_DATA = LinkSource(key="opendata", stamps=_stamps, read=_read)
