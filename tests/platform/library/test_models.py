import io
from pathlib import Path

import PIL.Image
import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from pytest_django import Settings

from library.models import SiteDocument, SiteImage, SiteRendition
from tenants.crossing import in_site
from tenants.registry.models import Tenant


def add_image(width: int = 640, height: int = 480) -> SiteImage:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (width, height), "#a01818").save(buffer, "PNG")
    return SiteImage.objects.create(title="Lễ hội", file=ContentFile(buffer.getvalue(), "le-hoi.png"))


def test_an_image_knows_its_size(commune: Tenant):
    with in_site(commune):
        image = add_image()
        assert (image.width, image.height) == (640, 480)


@pytest.mark.parametrize(
    ("spec", "size"),
    [("fill-320x180", (320, 180)), ("width-400", (400, 300)), ("max-160x160", (160, 120))],
)
def test_a_rendition_has_the_size_that_is_asked_for(commune: Tenant, spec: str, size: tuple[int, int]):
    with in_site(commune):
        rendition = add_image().get_rendition(spec)
        assert (rendition.width, rendition.height) == size
        assert PIL.Image.open(rendition.file).size == size


def test_a_rendition_is_as_modern_as_asked(commune: Tenant):
    with in_site(commune):
        rendition = add_image().get_rendition("width-400|format-webp")
        assert PIL.Image.open(rendition.file).format == "WEBP"


def test_a_rendition_is_made_once(commune: Tenant):
    with in_site(commune):
        image = add_image()
        assert image.get_rendition("width-400") == image.get_rendition("width-400")
        assert image.renditions.count() == 1


def test_what_is_read_from_the_cache_is_not_written_there_again(commune: Tenant, settings: Settings):
    folder = Path(settings.CACHES["renditions"]["LOCATION"])

    def kept() -> dict[str, int]:
        return {file.name: file.stat().st_ino for file in folder.glob("*.djcache")}

    with in_site(commune):
        number = add_image().pk
        for _ in range(2):
            SiteImage.objects.get(pk=number).get_renditions("width-400", "width-200")
        before = kept()
        assert len(before) == 2
        again = SiteImage.objects.get(pk=number).get_renditions("width-400", "width-200")
        assert [rendition.width for rendition in again.values()] == [400, 200]
        assert kept() == before


def test_there_is_one_rendition_per_cut(commune: Tenant):
    with in_site(commune):
        rendition = add_image().get_rendition("width-400")
        twin = {"image": rendition.image, "filter_spec": "width-400", "file": rendition.file.name}
        with pytest.raises(IntegrityError, match="library_one_rendition_per_filter"), transaction.atomic():
            SiteRendition.objects.create(**twin, width=1, height=1)


def test_files_lie_in_the_folder_of_the_site(commune: Tenant):
    with in_site(commune):
        image = add_image()
        assert Path(image.file.path).parts[-3:-1] == (commune.schema_name, "original_images")


def test_the_photographer_is_asked_for_in_the_form():
    assert "credit" in SiteImage.admin_form_fields


def test_a_document_knows_its_kind_and_size(commune: Tenant):
    with in_site(commune):
        document = SiteDocument.objects.create(title="Lịch tuần", file=ContentFile(b"%PDF-1.4", "lich-tuan.pdf"))
        assert (document.file_extension, document.get_file_size()) == ("pdf", 8)
