import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import User
from tenants.crossing import in_site
from tenants.registry.models import Tenant


@pytest.mark.parametrize(
    "password",
    [
        "matkhau123",
        "Mật khẩu 2023",
        "MatKhau@2023!",
        "123456789a",
        "0912345678",
        "tracu2023!!",
        "UBND xã Định An",
        "dinhan12345",
        "ubnd@dinhan.2024",
        "anhyeuem1314",
        "vietnam" * 40 + "2023",
        "password12",
        "qwertyuiop",
        "congthongtin2023",
    ],
)
def test_what_an_office_would_try_first_is_refused(commune: Tenant, password: str):
    with in_site(commune), pytest.raises(ValidationError):
        validate_password(password, User(email="binh@demo.example"))


@pytest.mark.parametrize(
    "password", ["lúa chín vàng đồng 2023", "correct horse battery staple", "ghe xuồng, bánh tét, đờn ca"]
)
def test_a_phrase_of_unrelated_words_is_accepted(commune: Tenant, password: str):
    with in_site(commune):
        validate_password(password, User(email="binh@demo.example"))


def test_the_name_of_another_unit_is_no_common_word_here(commune: Tenant):
    with in_site(commune):
        validate_password("ngai xuyen luu 88", User(email="binh@demo.example"))


def test_a_long_password_of_common_words_takes_no_longer_than_its_letters(commune: Tenant):
    """There are 2 to the 28th ways to cut it."""
    with in_site(commune):
        validate_password("vietnam" * 28 + "q", User(email="binh@demo.example"))
