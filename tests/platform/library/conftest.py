from collections.abc import Iterator

import pytest
from django.test import override_settings


@pytest.fixture
def english(db: None) -> Iterator[None]:
    """Sentences are compared as they stand in the code."""
    with override_settings(LANGUAGE_CODE="en", WAGTAILADMIN_PERMITTED_LANGUAGES=[("en", "English")]):
        yield
