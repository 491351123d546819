"""Mail to who asked; an address that a mail server does not take is written down nowhere."""

import logging
import traceback
from collections.abc import Callable, Sequence
from smtplib import SMTPRecipientsRefused

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from pytest_django import Settings

from citizens.actions import ask
from tenants.crossing import in_site
from tenants.registry.models import Tenant

ADDRESS = "son@demo.example"


class NeverTaken(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise SMTPRecipientsRefused({one.to[0]: (550, b"no such person") for one in email_messages})


class NotTakenNow(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise SMTPRecipientsRefused({one.to[0]: (450, b"try later") for one in email_messages})


@pytest.fixture(autouse=True)
def _asked(commune: Tenant, work: Callable[[], None]) -> None:
    with in_site(commune):
        ask(subject="Phí chợ", body="Bao nhiêu?", name="Sơn", email=ADDRESS, fingerprint="a", language="vi")


def test_an_address_that_is_never_taken_is_not_tried_again(
    settings: Settings, work: Callable[[], None], caplog: pytest.LogCaptureFixture
):
    settings.EMAIL_BACKEND = f"{__name__}.NeverTaken"
    with caplog.at_level(logging.WARNING, logger="citizens.tasks"):
        work()
    assert "refuses the address" in caplog.text
    assert ADDRESS not in caplog.text


def test_one_that_is_not_taken_now_is_tried_again_as_after_an_outage(settings: Settings, work: Callable[[], None]):
    settings.EMAIL_BACKEND = f"{__name__}.NotTakenNow"
    with pytest.raises(OSError, match="for the time being") as failure:
        work()
    assert ADDRESS not in "".join(traceback.format_exception(failure.value))
