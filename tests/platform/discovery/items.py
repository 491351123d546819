"""One item of each kind for the tests of this room, and how its answers are read."""

import datetime
from typing import Any
from xml.etree import ElementTree as ET

from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from citizens.models import Question
from home.actions import translate_page
from newsroom.models import ArticleIndexPage, ArticlePage
from procedure_catalogue.models import ProcedureVersion
from tests.platform.agenda import weeks
from tests.platform.budget.test_models import add as disclose
from tests.platform.consultations.drafts import add as ask
from tests.platform.legal.documents import add as issue
from tests.platform.places.test_models import add as show
from tests.platform.planning.test_models import add as plan
from tests.platform.procedures.cases import BIRTH, announce
from tests.platform.recruitment.test_models import add as recruit

DAY = datetime.date(2023, 10, 30)
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def article(title: str = "Tin mới", language: str = "vi", **facts: Any) -> ArticlePage:
    index = ArticleIndexPage.objects.get(slug__startswith="tin-tuc", locale__language_code=language)
    return index.add_child(instance=ArticlePage(title=title, **{"published_on": DAY, **facts}))


def translated(page: Page, title: str, language: str = "en") -> Page:
    """Published; wagtail-localize does that after the commit."""
    locale = Locale.objects.get(language_code=language)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translate_page(page=page, locale=locale, texts={"title": title})
    return page.get_translation(locale)


def question(subject: str = "Bao giờ có đường?", **facts: Any) -> Question:
    words = {"body": "Đường ấp Chợ", "answer": "Trong quý tới", "name": "Người hỏi", "language": "vi"}
    times = {"received_at": timezone.now(), "due_on": DAY, "answered_on": DAY, "published_on": DAY}
    state = {"state": "answered", "may_be_published": True, "fingerprint": subject}
    return Question.objects.create(subject=subject, **{**words, **times, **state, **facts})


def one_of_each(word: str = "khác") -> dict[str, Any]:
    """By the part of its feed's address."""
    return {
        "bai-viet": article(f"Tin {word}", slug="tin-mot"),
        "van-ban": issue(f"{len(word)}/QĐ-UBND", abstract=f"Về {word}"),
        "thu-tuc": _procedure(),
        "du-an": plan(f"Dự án {word}", slug="du-an-mot"),
        "ngan-sach": disclose(slug="ngan-sach-mot"),
        "lay-y-kien": ask(f"Dự thảo {word}", slug="du-thao-mot"),
        "tuyen-dung": recruit(slug="tuyen-dung-mot"),
        "dia-diem": show(slug="dia-diem-mot"),
        "lich-cong-tac": weeks.write(weeks.row()),
        "hoi-dap": question(f"Hỏi {word}"),
    }


def _procedure() -> ProcedureVersion:
    """The catalogue is one for all sites."""
    return ProcedureVersion.objects.filter(procedure__code=BIRTH).first() or announce()


def close(page: Page) -> None:
    """To all but those who sign in."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def expire(page: Page) -> None:
    """Before the clock has taken it down."""
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())


def xml(browser: Client, path: str, **question: object) -> ET.Element:
    response = browser.get(path, question)
    assert response.status_code == 200, response
    return ET.fromstring(response.content)  # noqa: S314 - written by ourselves


def entries(browser: Client, path: str, **question: object) -> list[ET.Element]:
    return xml(browser, path, **question).findall(f"{ATOM}entry")


def titles(browser: Client, path: str, **question: object) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in entries(browser, path, **question)]


def locations(browser: Client, path: str) -> list[str]:
    return [url.findtext(f"{SITEMAP}loc") for url in xml(browser, path)]
