"""Passwords that everybody in a Vietnamese office would try first."""

import re
from collections.abc import Set
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Site

from lib.vietnamese import without_marks

# Without marks, spaces and digits. A password made of these, digits and punctuation alone is no secret.
WORDS = """
    matkhau mk pass password passwd admin administrator quantri quantrivien quanly user root test demo login
    dangnhap taikhoan xinchao hello welcome chao anhyeuem emyeuanh anh em yeu iloveyou love conyeu bome giadinh vo
    chong hanhphuc mailanai mai mot hai ba bon nam sau bay tam chin muoi khongbiet khongco quenroi vietnam viet
    nam vn hanoi ha noi saigon sai gon hochiminh tphcm danang cantho travinh tra vinh vinhlong tracu cu huyen xa
    phuong thitran thi tran ubnd hdnd uyban uy ban nhan dan chinhquyen congan conganxa canbo congchuc chutich
    phochutich bithu vanphong vanthu ketoan bientap banbientap cong thong tin dientu congthongtin qwerty
    qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qaz wsx edc qazwsx qazwsxedc abc abcd abcdef abcxyz doimatkhau
    macdinh default changeme letmein hoilamgi thanhcong thang nam tet xuan
"""
COMMON = frozenset(WORDS.split())
# Longer ones are looked at no further than this.
LONGEST = 200


class OfficePasswordValidator:
    """Refuses what is made of such words, of the names of the site, and of digits."""

    def validate(self, password: str, user: Any = None) -> None:
        letters = re.sub(r"[\W\d_]+", "", without_marks(password[:LONGEST]).lower())
        if len(letters) <= 2 or _is_made_of(letters, COMMON | _words_of_the_site()):
            raise ValidationError(self.get_help_text(), code="office_password")

    def get_help_text(self) -> str:
        return _(
            "A password of common words such as “matkhau”, of names of your unit, or of hardly anything but digits is "
            "guessed within minutes. Four unrelated words with spaces make a good one."
        )


def _is_made_of(letters: str, words: Set[str]) -> bool:
    """Whether words, one after the other, make up the whole. Each place is looked at once, many ways as lead to it."""
    ends = {0}
    for place in range(len(letters)):
        if place in ends:
            ends |= {place + len(word) for word in words if letters.startswith(word, place)}
    return len(letters) in ends


def _words_of_the_site() -> set[str]:
    names = " ".join(Site.objects.values_list("site_name", flat=True)[:10])
    return {word for word in re.findall(r"[a-z]+", without_marks(names).lower()) if len(word) > 1}
