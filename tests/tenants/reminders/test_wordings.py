"""Placeholders are checked when a wording is kept, and filled in one pass."""

import pytest
from django.core.exceptions import ValidationError

from tenants.reminders.states import Wording
from tenants.reminders.wordings import DEFAULTS, check, fill


@pytest.mark.parametrize("wording", list(Wording))
def test_the_defaults_are_well_formed(wording: Wording):
    check(wording, subject=DEFAULTS[wording].subject, body=DEFAULTS[wording].body)


@pytest.mark.parametrize(
    ("wording", "body", "named"),
    [
        (Wording.EDITOR, "{danh_sach} {ten}", "{ten}"),
        (Wording.EDITOR, "Xin chào", "{danh_sach}"),
        (Wording.EDITOR, "{danh_sach} {loi_nhan}", "{loi_nhan}"),
        (Wording.BY_HAND, "{danh_sach}", "{loi_nhan}"),
        (Wording.EDITOR, "{danh_sach} {", "{danh_sach}"),
    ],
)
def test_what_is_unknown_or_missing_is_named(wording: Wording, body: str, named: str):
    with pytest.raises(ValidationError) as refused:
        check(wording, subject="Nhắc việc", body=body)
    assert list(refused.value.message_dict) == ["body"]
    assert named in " ".join([*refused.value.message_dict["body"], body])


def test_what_is_put_in_is_no_placeholder():
    assert fill("{a} {b}", {"a": "{b}", "b": "1"}) == "{b} 1"
