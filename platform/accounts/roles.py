"""The four roles of a site's staff, and exactly what each may do.

| role          | writes own | edits others' | publishes | comments  | questions | files | people | settings | log   |
|---------------|------------|---------------|-----------|-----------|-----------|-------|--------|----------|-------|
| contributor   | yes        |               |           |           |           | adds  |        |          |       |
| editor        | yes        | yes           |           | reads     | answers   | edits |        |          |       |
| approver      | yes        | yes           | yes       | moderates | approves  | edits |        |          |       |
| administrator | yes        | yes           | yes       | moderates | approves  | edits | yes    | yes      | reads |
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The value is the name of the group in the database, in the words of the glossary."""

    ADMINISTRATOR = "Quản trị trang", _("Administrator")
    APPROVER = "Người duyệt", _("Approver")
    EDITOR = "Biên tập viên", _("Editor")
    CONTRIBUTOR = "Cộng tác viên", _("Contributor")


PAGE_PERMISSIONS: dict[Role, tuple[str, ...]] = {
    Role.CONTRIBUTOR: ("add_page",),
    Role.EDITOR: ("add_page", "change_page"),
    Role.APPROVER: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    Role.ADMINISTRATOR: (
        "add_page",
        "change_page",
        "publish_page",
        "bulk_delete_page",
        "lock_page",
        "unlock_page",
    ),
}

FILE_PERMISSIONS: dict[Role, tuple[str, ...]] = {
    Role.CONTRIBUTOR: ("add", "choose"),
    Role.EDITOR: ("add", "change", "choose"),
    Role.APPROVER: ("add", "change", "choose"),
    Role.ADMINISTRATOR: ("add", "change", "choose"),
}

COLLECTION_PERMISSIONS: dict[Role, tuple[str, ...]] = {
    Role.ADMINISTRATOR: ("add_collection", "change_collection", "delete_collection"),
}

# Legal documents are no pages, and bear the same promises. Whoever may add one may change it (legal/rules.py).
WRITE_DOCUMENTS = ("legal.add_legaldocument",)
EDIT_DOCUMENTS = (*WRITE_DOCUMENTS, "legal.change_legaldocument", "legal.add_issuer", "legal.change_issuer")
PUBLISH_DOCUMENTS = (
    *EDIT_DOCUMENTS,
    "legal.publish_legaldocument",
    "legal.lock_legaldocument",
    "legal.unlock_legaldocument",
)

# Comments on drafts. Whoever writes the account reads them; how to reach who sent one is for those who decide on it.
READ_COMMENTS = ("consultations.view_comment",)
MODERATE_COMMENTS = (*READ_COMMENTS, "consultations.moderate_comment")

# Who is who: what is written there is public at once.
WRITE_ORGANISATION = (
    "organisation.add_department",
    "organisation.change_department",
    "organisation.add_person",
    "organisation.change_person",
)

# Work calendars. One that is published is changed by those who may publish.
WRITE_AGENDA = ("agenda.change_week",)
PUBLISH_AGENDA = (*WRITE_AGENDA, "agenda.publish_week")

# What citizens ask. Answers are written by those who edit, and go out when somebody else who may approve has done so.
ANSWER_QUESTIONS = ("citizens.view_question", "citizens.answer_question")
APPROVE_ANSWERS = (*ANSWER_QUESTIONS, "citizens.approve_question")

# Where a procedure of the catalogue is dealt with here: public at once.
CHANGE_PROCEDURES = ("procedures.change_overlay",)

# How content readers are with the pages.
READ_RATINGS = ("ratings.view_rating",)

# What readers are led to when they search, and what they searched for in vain.
STEER_SEARCH = (
    *(f"search.{verb}_{what}" for what in ("pin", "synonyms") for verb in ("add", "change", "delete")),
    "search.view_miss",
)

# How many visits there were. Totals of an older system are entered, and the counter shown, by who answers for the site.
READ_TRAFFIC = ("traffic.view_daycount",)
ENTER_TRAFFIC = ("traffic.add_pasttotal", "traffic.change_pasttotal", "traffic.change_countersettings")

# How links stand, having one looked at again, leaving one alone.
WATCH_LINKS = ("links.view_link", "links.change_link")

# "app_label.codename", as Django names them.
MODEL_PERMISSIONS: dict[Role, tuple[str, ...]] = {
    Role.CONTRIBUTOR: ("wagtailadmin.access_admin", *WRITE_DOCUMENTS),
    # Starting or renewing a translation publishes it: that is for those who may publish.
    Role.EDITOR: (
        "wagtailadmin.access_admin",
        *EDIT_DOCUMENTS,
        *READ_COMMENTS,
        *ANSWER_QUESTIONS,
        *WRITE_AGENDA,
        *READ_RATINGS,
        *READ_TRAFFIC,
        *WATCH_LINKS,
    ),
    Role.APPROVER: (
        "wagtailadmin.access_admin",
        "wagtail_localize.submit_translation",
        *PUBLISH_DOCUMENTS,
        *MODERATE_COMMENTS,
        *WRITE_ORGANISATION,
        *PUBLISH_AGENDA,
        *APPROVE_ANSWERS,
        *CHANGE_PROCEDURES,
        *READ_RATINGS,
        *STEER_SEARCH,
        *READ_TRAFFIC,
        *WATCH_LINKS,
    ),
    Role.ADMINISTRATOR: (
        "wagtailadmin.access_admin",
        *PUBLISH_DOCUMENTS,
        *MODERATE_COMMENTS,
        *WRITE_ORGANISATION,
        *PUBLISH_AGENDA,
        *APPROVE_ANSWERS,
        *CHANGE_PROCEDURES,
        *READ_RATINGS,
        *STEER_SEARCH,
        *READ_TRAFFIC,
        *WATCH_LINKS,
        *ENTER_TRAFFIC,
        "legal.delete_legaldocument",
        "legal.delete_issuer",
        "organisation.delete_department",
        "organisation.delete_person",
        "wagtail_localize.submit_translation",
        "accounts.add_user",
        "accounts.change_user",
        "accounts.delete_user",
        "audit.view_auditentry",
        "signin.change_policy",
        "pages.change_sitesettings",
        "opendata.change_opendatasettings",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    ),
}
