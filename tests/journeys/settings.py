"""The installation that the browser visits, with the register of documents that the tests import sheets into."""

from importlib import import_module
from typing import Any

from wagtail import hooks

from config.settings import *  # noqa: F403


@hooks.register("import_registers")
def offer_documents() -> Any:
    """Once models can be loaded."""
    return import_module("tests.platform.importing.documents").DOCUMENTS
