"""Places to see: monuments, pagodas, landscapes, with pictures, hours and the way there."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from lib.clock import today
from lib.vietnamese import sort_key
from pages.blocks import BodyBlock
from pages.filters import narrowed, on_show_in
from pages.models import BasePage
from pages.queries import list_above
from places.filters import PlaceFilters
from places.forms import PlaceForm
from places.maps import map_address, map_host
from places.queries import PlaceQuerySet
from places.states import Kind


class PlaceIndexPage(BasePage):
    """Lists the places of the whole site."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = ["places.PlacePage"]
    template = "places/place_index_page.html"

    class Meta:
        verbose_name = _("list of places")
        verbose_name_plural = _("lists of places")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        places = on_show_in(self, PlacePage.objects.all()).by_name().for_cards()
        return {**super().get_context(request, *args, **kwargs), **narrowed(places, PlaceFilters, request)}


class PlacePage(BasePage):
    is_text: ClassVar[bool] = True
    # Where it counts in the yearly report.
    CATEGORY: ClassVar[str] = "other"
    search_kind: ClassVar[str] = "place"

    kind = models.CharField(_("kind of place"), max_length=20, choices=Kind)
    lead = models.TextField(_("lead"), blank=True, help_text=_("Two or three sentences: what there is to see."))
    image = models.ForeignKey(
        "library.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("text in place of the picture"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for readers who can't see it. Required with a picture."),
    )
    rank = models.CharField(
        _("rank"), max_length=255, blank=True, help_text=_("Of a listed monument: its level and the decision.")
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    opening_hours = models.TextField(_("opening hours"), blank=True, help_text=_("One line for each time."))
    admission = models.CharField(_("admission"), max_length=255, blank=True, help_text=_("Free, or the price."))
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(8), MaxValueValidator(24)],
        help_text=_("As a map shows it, for example 9.680000."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(102), MaxValueValidator(118)],
        help_text=_("For example 106.260000."),
    )
    map_picture = models.ForeignKey(
        "library.SiteImage",
        verbose_name=_("map as a picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A drawing or cut of a map that this site may show. Nothing is loaded from elsewhere."),
    )
    map_alt = models.CharField(
        _("text in place of the map"), max_length=255, blank=True, help_text=_("How to get there, in words.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    published_on = models.DateField(_("publication date"), default=today, db_index=True)
    sort_key = models.CharField(max_length=600, editable=False, default="", db_index=True)

    objects: ClassVar[PageManager] = PageManager.from_queryset(PlaceQuerySet)()

    base_form_class = PlaceForm
    content_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldPanel("kind"),
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], _("Picture")),
        FieldPanel("rank"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("opening_hours"),
                FieldRowPanel([FieldPanel("admission"), FieldPanel("phone")]),
            ],
            _("For visitors"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("map_picture"),
                FieldPanel("map_alt"),
            ],
            _("Map"),
        ),
        FieldPanel("body"),
        FieldPanel("published_on", help_text=_("Day/month/year, for example 31/10/2023.")),
    ]
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("rank"),
        index.SearchField("address"),
        index.SearchField("body"),
        index.FilterField("published_on"),
        index.FilterField("kind"),
    ]
    override_translatable_fields: ClassVar[list] = [SynchronizedField("phone")]
    parent_page_types: ClassVar[list[str]] = ["places.PlaceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "places/place_page.html"

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")

    @property
    def gist(self) -> str:
        return self.lead or super().gist

    def clean(self) -> None:
        super().clean()
        # Beside the title as it is tidied: PostgreSQL puts đ and ơ behind z.
        self.sort_key = sort_key(self.title)[:600]
        if (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            raise ValidationError({missing: _("A point on a map takes both numbers.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["above"] = list_above(self)
        if self.latitude is not None and self.longitude is not None:
            context["point"] = f"{self.latitude.normalize():f}, {self.longitude.normalize():f}"
            context["point_address"] = f"geo:{self.latitude:f},{self.longitude:f}"
            context["map_address"] = map_address(settings.MAP_ADDRESS, latitude=self.latitude, longitude=self.longitude)
            context["map_host"] = map_host(settings.MAP_ADDRESS)
        return context
