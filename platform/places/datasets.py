"""Places to see as open data."""

from django.utils.translation import gettext_lazy as _

from catalogue.datasets import Dataset, among, changed_since, fraction, one_of, text
from pages.datasets import LANGUAGE, MARKS, ItemRow, items, of_body
from places.models import PlacePage
from places.states import Kind


class PlaceRow(ItemRow):
    kind = one_of(Kind, _("Kind of place."))
    lead = text(_("Two or three sentences: what there is to see."))
    rank = text(_("Level of a listed monument and the decision; empty for what is not listed."))
    address = text(_("Postal address."))
    opening_hours = text(_("When it is open, one line for each time."))
    admission = text(_("Price of admission, or that it is free."))
    phone = text(_("Phone."))
    latitude = fraction(_("Latitude in degrees (WGS 84); none where it is not known."), allow_null=True)
    longitude = fraction(_("Longitude in degrees (WGS 84); none where it is not known."), allow_null=True)
    text = of_body(source="body")


DATASETS = (
    Dataset(
        key="places",
        title=_("Places to see"),
        holds=_("Monuments, pagodas, landscapes and other places, with where they are and when they are open."),
        row=PlaceRow,
        rows=lambda on: items(PlacePage.objects.all(), on),
        filters=(among("kind", Kind, _("Only places of that kind.")), LANGUAGE, changed_since()),
        marks=MARKS,
    ),
)
