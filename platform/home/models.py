"""The first page of a site: what is new, by category."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from home.context import ORIGINAL
from home.latest import asking, calendar_of_this_week, newest, services
from lib.clock import today
from lib.structured_data import Data, government_organization, web_site
from pages.addresses import home_path
from pages.blocks import BodyBlock
from pages.models import LISTS, BasePage
from pages.subjects import About

ITEMS_PER_CATEGORY = 5
DRAFTS_ASKED_ABOUT = 3
# Of digits in the number of a page.
LONGEST_NUMBER = 9


class HomePage(BasePage):
    search_kind: ClassVar[str] = ""

    introduction = models.TextField(_("introduction"), blank=True, help_text=_("A sentence below the site's name."))
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "pages.SectionPage",
        "pages.StandardPage",
        "newsroom.ArticleIndexPage",
        *LISTS,
        "legal.RegisterPage",
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def structured_data(self, about: About) -> list[Data]:
        search = about.absolute(f"{home_path(about.language)}tim-kiem/?q={{search_term_string}}")
        return [government_organization(about.office), web_site(about.office, language=about.language, search=search)]

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Straight to the page of that address, where Wagtail would ask for each level on the way."""
        if not path_components:
            return super().route(request, path_components)
        address = f"{self.url_path}{'/'.join(path_components)}/"
        page = Page.objects.filter(slug=path_components[-1], url_path=address).first()
        return _for_reading(page).route(request, []) if page else super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["latest"] = newest(
            locale_id=self.locale_id,
            on=today(),
            each=ITEMS_PER_CATEGORY,
            # They have one language.
            with_documents=get_language() == settings.LANGUAGE_CODE,
        )
        context["calendar"] = calendar_of_this_week(locale_id=self.locale_id, on=today())
        context["asking"] = asking(locale_id=self.locale_id, on=today(), most=DRAFTS_ASKED_ABOUT)
        context["services"] = services(locale_id=self.locale_id, on=today())
        # What has pictures stands above.
        context["headlines"] = next((shelf for shelf in context["latest"][:1] if shelf.articles), None)
        context["columns"] = context["latest"][1 if context["headlines"] else 0 :]
        context["original"] = self._original(request.GET.get(ORIGINAL, ""))
        context["main_home"] = None if context["latest"] else self._main_home()
        return context

    def _original(self, number: str) -> Page | None:
        """What a reader wanted in this language and can have in another: a page that anybody may see."""
        if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
            return None
        translated = Page.objects.live().filter(locale_id=self.locale_id).values("translation_key")
        pages = Page.objects.live().public().filter(pk=int(number)).exclude(translation_key__in=translated)
        return pages.select_related("locale").first()

    def _main_home(self) -> Page | None:
        """Where there is more to read, should this language have nothing yet."""
        main = self.get_translations().live().public().select_related("locale")
        return main.filter(locale__language_code=settings.LANGUAGE_CODE).first()


def _for_reading(page: Page) -> Page:
    """The page as its own type, with what its readers see of other tables in the same query."""
    model = page.specific_class
    if model is None or not getattr(model, "read_with", ()):
        return page.specific
    return model._default_manager.select_related(*model.read_with).get(pk=page.pk)
