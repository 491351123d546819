"""Files made by hand for the tests: honest ones, and those from hell."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Mapping

import olefile
import PIL.Image
from PIL import ExifTags

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + b"\x00" * 200
MAIN_PARTS = {
    "docx": ("word/document.xml", "wordprocessingml.document"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation"),
}
OPEN_DOCUMENT = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
OLE_STREAMS = {"doc": "WordDocument", "xls": "Workbook", "ppt": "PowerPoint Document"}
A_PLACE = {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (9.0, 40.0, 12.0)}


def zipped(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def ooxml(kind: str, **more: bytes) -> bytes:
    part, content = MAIN_PARTS[kind]
    types = f'<Types><Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{content}'
    return zipped({"[Content_Types].xml": f'{types}.main+xml"/></Types>', part: "<document/>", **more})


def open_document(kind: str, **more: bytes) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{OPEN_DOCUMENT[kind]}"
    return zipped({"mimetype": mimetype, "content.xml": "<office:document-content/>", **more}, zipfile.ZIP_STORED)


def ole(*streams: str) -> bytes:
    """A compound file of version 3 whose streams are empty: header, allocation table, directory."""
    entries = [_ole_entry("Root Entry", 5, child=1 if streams else 0xFFFFFFFF)]
    for number, stream in enumerate(streams, 1):
        entries.append(_ole_entry(stream, 2, right=number + 1 if number < len(streams) else 0xFFFFFFFF))
    entries += [_ole_entry("", 0)] * (-len(entries) % 4)
    sectors = len(entries) // 4
    chain = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    table = struct.pack("<128L", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    return _ole_header() + table + b"".join(entries)


def _ole_header() -> bytes:
    header = olefile.MAGIC + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    # Sectors of the directory, of the table; first of the directory; transaction; cutoff; small streams; more tables.
    header += struct.pack("<9L", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return header + struct.pack("<109L", 0, *[0xFFFFFFFF] * 108)


def _ole_entry(name: str, kind: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    spelled = (name + "\0").encode("utf-16-le") if name else b""
    entry = spelled.ljust(64, b"\0") + struct.pack("<HBBLLL", len(spelled), kind, 1, 0xFFFFFFFF, right, child)
    return (entry + bytes(36) + struct.pack("<LQ", 0xFFFFFFFE, 0)).ljust(128, b"\0")


def picture(kind: str = "PNG", size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    buffer = io.BytesIO()
    image = PIL.Image.linear_gradient("L").resize(size).convert("RGB")
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def picture_with_place(kind: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    exif = PIL.Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Artist] = "Thach So Phia"
    exif[ExifTags.Base.Model] = "Galaxy A14"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(A_PLACE)
    xmp = {} if kind == "PNG" else {"xmp": b"<x:xmpmeta exif:GPSLatitude='9,40.2N'/>"}
    return picture(kind, size, exif=exif, **xmp)


def moving(frames: int, size: tuple[int, int] = (8, 8), kind: str = "GIF") -> bytes:
    buffer = io.BytesIO()
    first, *rest = (PIL.Image.new("RGB", size, (number * 37 % 256, number * 91 % 256, 90)) for number in range(frames))
    first.save(buffer, kind, save_all=True, append_images=rest)
    return buffer.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(bytes(99)))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def pdf_with(action: bytes, packed: bool = False) -> bytes:
    if not packed:
        return b"%PDF-1.7\n1 0 obj\n<< /OpenAction << " + action + b" >> >>\nendobj\n%%EOF\n"
    stream = zlib.compress(b"1 0 << /OpenAction << " + action + b" >> >>")
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
        + str(len(stream)).encode()
        + b" /Extends << >> >>\nstream\r\n"
        + stream
        + b"\nendstream\nendobj\n%%EOF\n"
    )


def torn_pdf_with(action: bytes) -> bytes:
    """Packed, with an end that can't be unpacked."""
    packer = zlib.compressobj()
    begin = packer.compress(action) + packer.flush(zlib.Z_FULL_FLUSH)
    rest = packer.compress(random.Random(0).randbytes(20_000)) + packer.flush()  # noqa: S311 - the same each time
    return b"%PDF-1.7\n<< /Type /ObjStm >>\nstream\n" + begin + rest[:-4] + b"\xff" * 4


def pdf_filtered(filters: bytes) -> bytes:
    """Says of its packed objects that they are packed so; as many readers, without regard to where that stands."""
    return b"%PDF-1.7\n1 0 obj\n<< /Filter " + filters + b" /Type /ObjStm >>\nstream\nx\nendstream\nendobj\n%%EOF\n"
