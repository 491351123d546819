"""What is done to several articles at once."""

from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from newsroom.models import ArticlePage


def refuse_unfinished(request: HttpRequest, objects: Iterable[Model], action: BulkAction) -> HttpResponse | None:
    """Several pages at once are published without a look at their forms."""
    pages = [one for one in objects if isinstance(one, Page)]
    with_descendants = action.cleaned_form.cleaned_data["include_descendants"]
    lacking = [article.title for article in _to_be_published(pages, with_descendants) if not article.is_whole]
    if not lacking:
        return None
    reason = _(
        "Nothing was published. These articles lack a category or the text in place of their picture: %(titles)s."
    )
    messages.error(request, reason % {"titles": ", ".join(lacking)})
    return redirect(action.next_url)


def _to_be_published(pages: list[Page], with_descendants: bool) -> Iterator[ArticlePage]:
    articles = ArticlePage.objects.filter(pk__in=[page.pk for page in pages])
    if with_descendants:
        for page in pages:
            articles |= ArticlePage.objects.descendant_of(page).not_live()
    for article in articles:
        yield article.get_latest_revision_as_object()
