"""What lays out a site. Nothing else writes its first pages, roles and workflow."""

import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import (
    GroupApprovalTask,
    Locale,
    ModelLogEntry,
    Page,
    PageLogEntry,
    Revision,
    Site,
    Task,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)

from accounts.actions import grant_roles
from accounts.roles import Role
from agenda.models import AgendaPage
from budget.models import DisclosureIndexPage
from citizens.models import QuestionsPage
from consultations.models import ConsultationIndexPage
from home.layout import HOME_TITLES, LAID_OUT, SECTIONS, Section
from home.models import HomePage
from legal.models import LegalDocument, RegisterPage
from newsroom.models import ArticleIndexPage
from organisation.models import OrganisationPage
from pages.models import SectionPage, SiteSettings, StandardPage
from places.models import PlaceIndexPage
from planning.models import ProjectIndexPage
from procedures.models import ProceduresPage
from recruitment.models import VacancyIndexPage

WORKFLOW_NAME = "Duyệt trước khi đăng"
TASK_NAME = "Người duyệt xem và duyệt"
KINDS: dict[str, type[Page]] = {
    "section": SectionPage,
    "articles": ArticleIndexPage,
    "projects": ProjectIndexPage,
    "disclosures": DisclosureIndexPage,
    "places": PlaceIndexPage,
    "vacancies": VacancyIndexPage,
    "consultations": ConsultationIndexPage,
    "documents": RegisterPage,
    "organisation": OrganisationPage,
    "questions": QuestionsPage,
    "agenda": AgendaPage,
    "procedures": ProceduresPage,
}


@transaction.atomic
def lay_out_site(*, name: str, host: str) -> Site:
    """Home, sections in three languages, roles, approval workflow and settings, in place of what Wagtail ships.

    For a site without content of its own: every page there is goes.
    """
    _clear_away_wagtails_own()
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code, _ in settings.LANGUAGES]
    home = _add_home()
    site = Site.objects.create(hostname=host, root_page=home, is_default_site=True, site_name=name)
    SiteSettings.objects.create(site=site, name_vi=name)
    for section in SECTIONS:
        _add_section(home, section)
    for locale in locales:
        if locale.pk != home.locale_id:
            _translate(home, locale)
    groups = grant_roles(homes=list(home.get_translations(inclusive=True)))
    _add_workflow([groups[Role.APPROVER], groups[Role.ADMINISTRATOR]])
    return site


@transaction.atomic
def renew_roles() -> None:
    """Give the roles of a standing site what the code promises them today, and its documents their approval."""
    root = Site.objects.get(is_default_site=True).root_page
    grant_roles(homes=list(root.get_translations(inclusive=True)))
    _have_documents_approved()


@transaction.atomic
def introduce_site(
    *,
    names: dict[str, str],
    superior: dict[str, str],
    host: str,
    port: int,
    skin: str,
    address: str = "",
    phone: str = "",
    email: str = "",
) -> None:
    """Write a site's own names and address into a fresh layout. `names` and `superior` are keyed by language."""
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port, site.site_name = host, port, names["vi"]
    site.save()
    row = SiteSettings.objects.get(site=site)
    for language, _ in settings.LANGUAGES:
        setattr(row, f"name_{language}", names.get(language, ""))
        setattr(row, f"superior_{language}", superior.get(language, ""))
    row.skin, row.address, row.phone, row.email = skin, address, phone, email
    row.full_clean()
    row.save()


@transaction.atomic
def begin_history(*, at: datetime.datetime) -> None:
    """The site's pages begin here and now: whatever was done while they were laid out is no part of its history."""
    ModelLogEntry.objects.all().delete()
    PageLogEntry.objects.all().delete()
    TranslationLog.objects.all().delete()
    Page.objects.update(first_published_at=at, last_published_at=at, latest_revision_created_at=at)
    Revision.objects.update(created_at=at)
    TranslationSource.objects.update(created_at=at, last_updated_at=at)
    Translation.objects.update(created_at=at, translations_last_updated_at=at, destination_last_updated_at=at)


@transaction.atomic
def move_site_to(*, host: str, port: int) -> bool:
    """Write the address that Wagtail puts into links and previews. Returns whether it was another one before."""
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) == (host, port):
        return False
    site.hostname, site.port = host, port
    site.save()
    return True


@transaction.atomic
def rename_in_settings(*, before: dict[str, str], after: dict[str, str]) -> None:
    """Change the names that the site shows, where they are still the ones it was given; both keyed by language."""
    row = SiteSettings.objects.get(site__is_default_site=True)
    for language, old in before.items():
        if getattr(row, f"name_{language}") == old:
            setattr(row, f"name_{language}", after[language])
    row.save()


@transaction.atomic
def translate_page(*, page: Page, locale: Locale, texts: dict[str, str]) -> None:
    """Publish a page in another language with the given texts, keyed by field; other fields stay as they are.

    Kept by wagtail-localize, which shows later changes of the original as outdated.
    """
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source, context__path__in=texts).select_related("context"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": texts[segment.context.path]},
        )
    translation.save_target(publish=True)


def _clear_away_wagtails_own() -> None:
    """Wagtail's migrations leave a welcome page, two groups and a workflow in English."""
    Site.objects.all().delete()
    Workflow.objects.all().delete()
    Task.objects.all().delete()
    Group.objects.exclude(name__in=[role.value for role in Role]).delete()
    TranslationSource.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()


def _add_home() -> HomePage:
    root = Page.get_first_root_node()
    home = HomePage(title=HOME_TITLES["vi"], slug="trang-chu", locale=Locale.get_default(), show_in_menus=False)
    return root.add_child(instance=home)


def _add_section(parent: Page, section: Section) -> None:
    page = _build(section)
    parent.add_child(instance=page)
    for lower in section.below:
        _add_section(page, lower)


def _build(section: Section) -> Page:
    common = {"title": section.titles["vi"], "slug": section.slug, "show_in_menus": True}
    if section.kind == "text":
        return StandardPage(**common, shows_contact=section.shows_contact)
    return KINDS[section.kind](**common)


def _translate(home: HomePage, locale: Locale) -> None:
    """The tree in another language, kept by wagtail-localize so that later changes show up as outdated."""
    titles = {section.slug: section.titles[locale.language_code] for section in LAID_OUT}
    titles[home.slug] = HOME_TITLES[locale.language_code]
    for page in [home, *home.get_descendants()]:
        translate_page(page=page.specific, locale=locale, texts={"title": titles[page.slug]})


def _add_workflow(groups: list[Group]) -> None:
    workflow = Workflow.objects.create(name=WORKFLOW_NAME)
    task = GroupApprovalTask.objects.create(name=TASK_NAME)
    task.groups.set(groups)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=Page.get_first_root_node())
    _have_documents_approved()


def _have_documents_approved() -> None:
    """By the same people, in the same steps as pages. Nothing to do where the site has given up its workflow."""
    workflow = Workflow.objects.filter(name=WORKFLOW_NAME, active=True).first()
    if workflow:
        documents = ContentType.objects.get_for_model(LegalDocument)
        WorkflowContentType.objects.get_or_create(content_type=documents, defaults={"workflow": workflow})
