"""What a visitor sees of one consultation, gathered in a fixed number of questions."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.paginator import Page as PageOfList
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from consultations.comments import Comment
from consultations.forms import CommentForm
from consultations.states import Outcome, Period, Phase, Reason, Standing
from legal.details import Origin
from legal.register import address_of
from lib.clock import today
from lib.pagination import page_of

if TYPE_CHECKING:
    from consultations.models import ConsultationPage, Response
    from legal.models import LegalDocument

FIRST_FEW = 5
COMMENTS_PER_PAGE = 20
RESPONSES_PER_PAGE = 20


@dataclass(frozen=True)
class Tally:
    """How many comments stand how; those that are hidden by the reason for it."""

    published: int
    waiting: int
    hidden: int
    reasons: list[tuple[str, int]]


@dataclass(frozen=True)
class Shown:
    """A comment with what became of it."""

    comment: Comment
    responses: "list[Response]"


@dataclass(frozen=True)
class Account:
    text: str
    published_on: datetime.date
    outcomes: list[tuple[str, int]]
    responses: "list[Response]"
    has_more: bool


@dataclass(frozen=True)
class Link:
    title: str
    address: str


@dataclass(frozen=True)
class Overview:
    original: "ConsultationPage"
    period: Period
    phase: Phase
    extensions: list[Any]
    attachments: dict[str, Any]
    tally: Tally
    comments: list[Shown]
    account: Account | None
    document: Link | None
    form: CommentForm | None

    @property
    def language(self) -> str:
        """Of what was written once for readers of all languages."""
        return str(self.original.locale.language_code)

    @property
    def has_more_comments(self) -> bool:
        return self.tally.published > len(self.comments)


def overview_of(page: "ConsultationPage", request: HttpRequest, on: datetime.date) -> Overview:
    original, phase = page.original, page.period.phase(on)
    responses = _responses(page, phase)
    comments = Comment.objects.on(page.translation_key)
    return Overview(
        original=original,
        period=page.period,
        phase=phase,
        extensions=list(original.extensions.all()) if original.pk else [],
        attachments={"documents": _files(original)},
        tally=_tally(comments.counts()),
        comments=_with_responses(list(comments.published().in_order()[:FIRST_FEW]), responses),
        account=_account(original, responses) if phase == Phase.ANSWERED else None,
        document=_document(original, request, phase),
        form=CommentForm() if phase == Phase.OPEN and not page.get_view_restrictions().exists() else None,
    )


def comments_on(page: "ConsultationPage", request: HttpRequest, on: datetime.date) -> dict[str, Any]:
    """`items` (a page of Shown), `tally`, `language` (of the responses)."""
    comments = Comment.objects.on(page.translation_key)
    shown: PageOfList = page_of(comments.published().in_order(), request, per_page=COMMENTS_PER_PAGE)
    shown.object_list = _with_responses(list(shown.object_list), _responses(page, page.period.phase(on)))
    return {"items": shown, "tally": _tally(comments.counts()), "language": page.original.locale.language_code}


def account_on(page: "ConsultationPage", request: HttpRequest, on: datetime.date) -> dict[str, Any]:
    """`items` (a page of responses), `account`, `document`, `language`. Raises Http404 before it is published."""
    phase = page.period.phase(on)
    if phase != Phase.ANSWERED:
        raise Http404
    responses = _responses(page, phase)
    return {
        "account": _account(page.original, responses),
        "items": page_of(responses, request, per_page=RESPONSES_PER_PAGE),
        "document": _document(page.original, request, phase),
        "language": page.original.locale.language_code,
    }


def consultations_behind(document: "LegalDocument") -> list[Origin]:
    """What readers find at a document: the consultations that it came of, once their account is published."""
    pages = apps.get_model("consultations", "ConsultationPage").objects
    found = pages.on_show(today()).originals().filter(document=document.pk, accounted_on__lte=today())
    label = str(_("Came of the consultation"))
    return [Origin(label, page.title, page.get_url() or "/") for page in found.select_related("locale").order_by("pk")]


def _responses(page: "ConsultationPage", phase: Phase) -> "list[Response]":
    return list(page.original.responses.all()) if phase == Phase.ANSWERED else []


def _with_responses(comments: list[Comment], responses: "list[Response]") -> list[Shown]:
    by_number: dict[int, list[Response]] = {}
    for response in responses:
        for number in response.numbers:
            by_number.setdefault(number, []).append(response)
    return [Shown(comment, by_number.get(comment.number, [])) for comment in comments]


def _account(original: "ConsultationPage", responses: "list[Response]") -> Account:
    counted = Counter(response.outcome for response in responses)
    return Account(
        text=original.account,
        published_on=original.accounted_on or datetime.date.max,
        outcomes=[(str(outcome.label), counted[outcome]) for outcome in Outcome if counted[outcome]],
        responses=responses[:FIRST_FEW],
        has_more=len(responses) > FIRST_FEW,
    )


def _tally(counts: dict[str, int]) -> Tally:
    named = [(str(reason.label), counts.get(f"{Standing.HIDDEN} {reason}", 0)) for reason in Reason]
    return Tally(
        published=counts.get(Standing.PUBLISHED, 0),
        waiting=counts.get(Standing.WAITING, 0),
        hidden=counts.get(Standing.HIDDEN, 0),
        reasons=[(label, number) for label, number in named if number],
    )


def _files(original: "ConsultationPage") -> list[Any]:
    keys = [one.file_id for one in original.files.all()]
    found = get_document_model().objects.in_bulk(keys) if keys else {}
    return [found[key] for key in keys if key in found]


def _document(original: "ConsultationPage", request: HttpRequest, phase: Phase) -> Link | None:
    """Once readers may see both it and the account."""
    document = original.document if original.document_id and phase == Phase.ANSWERED else None
    address = address_of(document, request) if document and document.live else ""
    return Link(f"{document.title}: {document.abstract}", address) if document and address else None
