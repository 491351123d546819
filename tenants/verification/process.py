"""What a run changes while it lasts, in its own process only: nobody gets its mail, and the console stays quiet."""

import io
import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage
from django.test import override_settings

from tenants.isolation.hosts import answering_only_here
from tenants.verification.pair import Pair

OUTBOX = "django.core.mail.backends.locmem.EmailBackend"


@contextmanager
def apart(pair: Pair) -> Iterator[None]:
    """The two sites answer in this process, their mail stays in it, and what it logs is kept to be looked at."""
    with ExitStack() as stack:
        stack.enter_context(override_settings(EMAIL_BACKEND=OUTBOX))
        stack.enter_context(answering_only_here(*(side.tenant for side in pair)))
        stack.enter_context(_quiet_console())
        yield


@contextmanager
def caught_mail() -> Iterator[list[EmailMessage]]:
    """What is sent inside."""
    if not hasattr(mail, "outbox"):
        mail.outbox = []
    before, caught = len(mail.outbox), []  # type: tuple[int, list[EmailMessage]]
    yield caught
    caught += mail.outbox[before:]
    del mail.outbox[before:]


@contextmanager
def caught_log() -> Iterator[list[str]]:
    """The lines that the installation's own handlers write inside, formatted as they are."""
    root, page, caught = logging.getLogger(), io.StringIO(), []  # type: tuple[logging.Logger, io.StringIO, list[str]]
    level, streams = root.level, {handler: handler.setStream(page) for handler in _console()}
    root.setLevel(logging.INFO)
    try:
        yield caught
    finally:
        root.setLevel(level)
        for handler, stream in streams.items():
            handler.setStream(stream or page)
        caught += page.getvalue().splitlines()


def _console() -> list[logging.StreamHandler]:
    """Of the handlers, those that the settings have made."""
    names: dict[str, object] = settings.LOGGING.get("handlers", {})  # type: ignore[assignment]
    handlers = logging.getLogger().handlers
    return [one for one in handlers if isinstance(one, logging.StreamHandler) and one.get_name() in names]


@contextmanager
def _quiet_console() -> Iterator[None]:
    """A probe provokes refusals; nobody is to take them for news."""
    streams = {handler: handler.setStream(io.StringIO()) for handler in _console()}
    try:
        yield
    finally:
        for handler, stream in streams.items():
            if stream:
                handler.setStream(stream)
