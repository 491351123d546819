"""The clerk's screens: Wagtail's for snippets, under a heading of their own."""

from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet, SnippetViewSetGroup

from catalogue.models import DocumentField, DocumentForm
from legal.actions import take_in_files
from legal.models import Issuer, LegalDocument
from legal.rules import REGISTER_KEY, OwnDocumentsPolicy, may_publish_many
from legal.tasks import read_file_for_search


class LegalDocumentFilterSet(WagtailFilterSet):
    form = ModelMultipleChoiceFilter(
        label=_("Form of the document"), queryset=DocumentForm.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    issuer = ModelMultipleChoiceFilter(
        label=_("Issuing body"), queryset=Issuer.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    field = ModelMultipleChoiceFilter(
        label=_("Field of activity"), queryset=DocumentField.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    issued_on = DateFromToRangeFilter(label=_("Issued on"), widget=DateRangePickerWidget)

    class Meta:
        model = LegalDocument
        fields: list[str] = ["live"]


class LegalDocumentIndexView(IndexView):
    is_searchable = True

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """A sheet instead of one document after the other, for those who may publish what it holds."""
        buttons = super().header_buttons
        if may_publish_many(self.request.user):
            address = reverse("importing:new", args=[REGISTER_KEY])
            buttons.append(HeaderButton(_("Import a sheet"), url=address, icon_name="upload"))
        return buttons

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """As the public register does it, drafts included: with and without marks and slashes."""
        return queryset.matching(self.search_query) if self.is_searching else queryset


class OneOfTwo:
    """Two people may enter one document at the same moment: the form of both is right, and the table takes one."""

    def form_valid(self, form: forms.ModelForm) -> HttpResponseBase:
        try:
            with transaction.atomic():
                return super().form_valid(form)  # type: ignore[misc]
        except IntegrityError:
            form.add_error("number", _("This document is already in the register."))
            return self.form_invalid(form)  # type: ignore[attr-defined]


def address_of_form(document: LegalDocument) -> str:
    return reverse("wagtailsnippets_legal_legaldocument:edit", args=[document.pk])


class LegalDocumentCreateView(OneOfTwo, CreateView):
    def save_instance(self) -> LegalDocument:
        self.form.instance.owner = self.request.user
        document = super().save_instance()
        have_files_read(document)
        return document


class LegalDocumentEditView(OneOfTwo, EditView):
    def save_instance(self) -> LegalDocument:
        document = super().save_instance()
        have_files_read(document)
        return document


def have_files_read(document: LegalDocument) -> None:
    for number in take_in_files(document=document):
        read_file_for_search.enqueue(number)


class OthersAreClosed:
    """Wagtail asks what somebody may do with documents at large; this asks for the one at hand, on every screen."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        document = get_object_or_404(LegalDocument, pk=unquote(str(kwargs["pk"]))) if "pk" in kwargs else None
        if document and not OwnDocumentsPolicy(LegalDocument).user_has_permission_for_instance(
            request.user, "change", document
        ):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class LegalDocumentViewSet(SnippetViewSet):
    model = LegalDocument
    url_prefix = "legal/documents"
    icon = "doc-full"
    menu_label = _("Legal documents")
    menu_order = 100
    index_view_class = LegalDocumentIndexView
    add_view_class = LegalDocumentCreateView
    edit_view_class = LegalDocumentEditView
    # A copy would bear the number of its original.
    copy_view_enabled = False
    filterset_class = LegalDocumentFilterSet
    chooser_base_url_path = "legal/documents/choose"
    list_per_page = 50
    list_display = [
        TitleColumn("title", label=_("Legal document"), sort_key="number_key", get_url=address_of_form),
        Column("abstract", label=_("Abstract"), width="40%"),
        Column("issuer", label=_("Issuing body")),
        DateColumn("issued_on", label=_("Issued on"), sort_key="issued_on"),
        Column("status_string", label=_("Status")),
    ]
    ordering = ("-issued_on", "-pk")

    @cached_property
    def permission_policy(self) -> OwnDocumentsPolicy:
        return OwnDocumentsPolicy(self.model)

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        return super().construct_view(type(view_class.__name__, (OthersAreClosed, view_class), {}), **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[LegalDocument]:
        own = self.permission_policy.instances_user_has_any_permission_for(request.user, ["change"])
        return own.select_related("form", "issuer")


class IssuerChooserViewSet(SnippetChooserViewSet):
    """With a form to add a body that is missing, without leaving the document."""

    form_fields = ["name"]


class IssuerViewSet(SnippetViewSet):
    model = Issuer
    url_prefix = "legal/issuers"
    chooser_base_url_path = "legal/issuers/choose"
    icon = "group"
    menu_label = _("Issuing bodies")
    menu_order = 200
    copy_view_enabled = False
    search_fields = ["name"]
    chooser_viewset_class = IssuerChooserViewSet
    list_per_page = 50


class LegalViewSetGroup(SnippetViewSetGroup):
    items = (LegalDocumentViewSet, IssuerViewSet)
    menu_label = _("Legal documents")
    menu_icon = "doc-full"
    menu_order = 95
    add_to_admin_menu = True
