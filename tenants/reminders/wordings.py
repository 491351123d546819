"""What reminders say, in Vietnamese: the defaults, the placeholders in them, and how a text is filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenants.reminders.models import OwnText
from tenants.reminders.states import Addressee, Wording

PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
UNIT, LIST, NUMBER, DAY, NAME, ADDRESS, WORDS = (
    "don_vi",
    "danh_sach",
    "so_viec",
    "ngay",
    "nguoi_nhan",
    "dia_chi",
    "loi_nhan",
)
MEANINGS = {
    UNIT: gettext_lazy("full name of the unit"),
    LIST: gettext_lazy("what is overdue, a paragraph for each"),
    NUMBER: gettext_lazy("how many duties are overdue"),
    DAY: gettext_lazy("the day of the mail"),
    NAME: gettext_lazy("whom the mail is for"),
    ADDRESS: gettext_lazy("where the reader goes on: the administration, or the public page"),
    WORDS: gettext_lazy("the words of whoever sends it by hand"),
}
GREETING = "Kính gửi {nguoi_nhan},\n\n"
FOOT = (
    "\n\n{danh_sach}\n\nXem tại: {dia_chi}\n\nThư này do Cổng thông tin điện tử tự động gửi. Việc nào đã cập nhật thì "
    "không bị nhắc nữa."
)


@dataclass(frozen=True)
class Text:
    subject: str
    body: str
    is_own: bool = False


DEFAULTS = {
    Wording.EDITOR: Text(
        "{don_vi}: {so_viec} nội dung cần cập nhật",
        f"{GREETING}Tính đến ngày {{ngay}}, trang thông tin điện tử {{don_vi}} còn {{so_viec}} nội dung quá hạn hoặc "
        f"chưa có. Đề nghị biên tập viên cập nhật sớm:{FOOT}",
    ),
    Wording.ADMINISTRATOR: Text(
        "{don_vi}: {so_viec} nội dung quá hạn trên trang thông tin điện tử",
        f"{GREETING}Tính đến ngày {{ngay}}, trang thông tin điện tử {{don_vi}} còn {{so_viec}} nội dung quá hạn hoặc "
        f"chưa có, biên tập viên đã được nhắc. Đề nghị quản trị trang phân công người cập nhật:{FOOT}",
    ),
    Wording.LEADER: Text(
        "Đôn đốc cập nhật trang thông tin điện tử {don_vi}",
        f"{GREETING}Tính đến ngày {{ngay}}, trang thông tin điện tử {{don_vi}} còn {{so_viec}} nội dung quá hạn hoặc "
        f"chưa có. Biên tập viên và quản trị trang đã được nhắc. Đề nghị lãnh đạo đơn vị chỉ đạo cập nhật:{FOOT}",
    ),
    Wording.BOARD: Text(
        "{don_vi}: {so_viec} nội dung quá hạn kéo dài",
        f"{GREETING}Tính đến ngày {{ngay}}, {{don_vi}} còn {{so_viec}} nội dung quá hạn kéo dài; các cấp dưới đã "
        f"được nhắc theo thang đôn đốc:{FOOT}",
    ),
    Wording.BY_HAND: Text(
        "Ban biên tập đôn đốc {don_vi}",
        f"{GREETING}{{loi_nhan}}\n\nTính đến ngày {{ngay}}, {{don_vi}} còn {{so_viec}} nội dung quá hạn hoặc chưa có:"
        f"{FOOT}",
    ),
}
WANTED = {wording: (LIST, WORDS) if wording == Wording.BY_HAND else (LIST,) for wording in Wording}
GREETED = {
    Addressee.EDITOR: "biên tập viên",
    Addressee.ADMINISTRATOR: "quản trị trang",
    Addressee.LEADER: "lãnh đạo",
    Addressee.BOARD: "Ban biên tập",
}


def text_of(wording: str) -> Text:
    """The board's own, or the default. One query."""
    own = OwnText.objects.filter(wording=wording).first()
    return Text(own.subject, own.body, is_own=True) if own else DEFAULTS[Wording(wording)]


def allowed(wording: str) -> list[str]:
    return [name for name in MEANINGS if name != WORDS or wording == Wording.BY_HAND]


def check(wording: str, *, subject: str, body: str) -> None:
    """Raises ValidationError by field, which names what is unknown or missing."""
    refused = {}
    if trouble := _trouble(subject, allowed(wording), ()):
        refused["subject"] = trouble
    if trouble := _trouble(body, allowed(wording), WANTED[Wording(wording)]):
        refused["body"] = trouble
    if refused:
        raise ValidationError(refused)


def fill(text: str, values: Mapping[str, str]) -> str:
    """In one pass: what is put in is never taken for a placeholder."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


def _trouble(text: str, known: list[str], wanted: tuple[str, ...]) -> list[str]:
    names = PLACEHOLDER.findall(text)
    found = []
    if unknown := [name for name in dict.fromkeys(names) if name not in known]:
        told = _("There is no placeholder %(unknown)s. Known are: %(known)s.")
        found.append(told % {"unknown": _braced(unknown), "known": _braced(known)})
    if missing := [name for name in wanted if name not in names]:
        found.append(_("The placeholder %(missing)s is missing.") % {"missing": _braced(missing)})
    if set("{}").intersection(PLACEHOLDER.sub("", text)):
        found.append(_("A curly bracket stands alone. They are for placeholders only."))
    return found


def _braced(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
