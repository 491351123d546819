"""A picture goes to the web without the place it was taken at; its turning and its author stay."""

import io

import PIL.Image
import pytest
from django.core.files.base import ContentFile
from PIL import ExifTags

from lib.pictures import CONTENT_TYPES, FORMATS, without_place
from tests import files


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_loses_its_place(kind: str):
    name = f"anh.{kind.lower()}"
    before = files.picture_with_place(kind)
    after = without_place(ContentFile(before, name), name).read()
    assert PIL.Image.open(io.BytesIO(before)).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    image = PIL.Image.open(io.BytesIO(after))
    assert not image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert b"GPS" not in after
    assert ExifTags.Base.Model not in image.getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_turning_author_and_looks(kind: str):
    name = f"anh.{kind.lower()}"
    before = files.picture_with_place(kind)
    image = PIL.Image.open(without_place(ContentFile(before, name), name))
    assert image.format == kind
    assert image.getexif()[ExifTags.Base.Orientation] == 6
    assert image.getexif()[ExifTags.Base.Artist] == "Thach So Phia"
    assert differs(image, PIL.Image.open(io.BytesIO(before))) <= 4


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("anh.jpg", files.picture("JPEG")),
        ("anh.png", files.picture("PNG")),
        ("dong.gif", files.moving(3)),
        ("tep.pdf", files.PDF),
        ("hong.jpg", files.picture("JPEG")[:40]),
    ],
)
def test_what_tells_no_place_stays_as_it_is(name: str, content: bytes):
    file = ContentFile(content, name)
    assert without_place(file, name) is file
    assert file.read() == content


def test_every_picture_that_is_taken_in_is_served_as_one():
    assert set(FORMATS) <= set(CONTENT_TYPES)
    assert all(kind.startswith("image/") and "svg" not in kind for kind in CONTENT_TYPES.values())


def differs(one: PIL.Image.Image, other: PIL.Image.Image) -> int:
    pairs = zip(one.convert("RGB").tobytes(), other.convert("RGB").tobytes(), strict=True)
    return max(abs(left - right) for left, right in pairs)
