"""What a clerk can put into the body of a page: few blocks, each with a template of its own."""

import re
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "hr"]
LINE_FEATURES = ["bold", "italic", "link"]
VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}\Z")
VIDEO_FOLDERS = ("embed", "live", "shorts", "v")


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("image"))
    caption = blocks.CharBlock(label=_("caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "pages/blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), required=False)
    pictures = blocks.ListBlock(PictureBlock(), label=_("pictures"), min_num=2, max_num=40)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "pages/blocks/gallery.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("quotation"))
    source = blocks.CharBlock(label=_("who said it"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "pages/blocks/quote.html"


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("caption"), help_text=_("Says what the table shows; read aloud first."))
    table = TypedTableBlock([("text", blocks.RichTextBlock(label=_("Text"), features=LINE_FEATURES))], label=_("table"))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "pages/blocks/table.html"


class AttachmentsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), required=False)
    documents = blocks.ListBlock(DocumentChooserBlock(), label=_("documents"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Attachments")
        template = "pages/blocks/attachments.html"


class CallOutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        label=_("kind"),
        choices=[("note", _("Note")), ("important", _("Important")), ("deadline", _("Deadline"))],
        default="note",
    )
    text = blocks.RichTextBlock(label=_("text"), features=LINE_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Call-out")
        template = "pages/blocks/call_out.html"


class VideoValue(blocks.StructValue):
    @property
    def youtube_id(self) -> str:
        return youtube_id(self["address"])


class VideoBlock(blocks.StructBlock):
    """A YouTube video that loads from there only when the reader asks for it."""

    address = blocks.URLBlock(label=_("address of the video"), help_text=_("A video on YouTube."))
    title = blocks.CharBlock(label=_("title"))

    class Meta:
        icon = "media"
        label = _("Video")
        template = "pages/blocks/video.html"
        value_class = VideoValue

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if not youtube_id(cleaned["address"]):
            error = ValidationError(_("This is not the address of a YouTube video."))
            raise blocks.StructBlockValidationError(block_errors={"address": error})
        return cleaned


class BodyBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(label=_("Text"), icon="pilcrow", features=TEXT_FEATURES)
    picture = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    table = TableBlock()
    attachments = AttachmentsBlock()
    video = VideoBlock()
    call_out = CallOutBlock()

    class Meta:
        template = "pages/blocks/body.html"


def youtube_id(address: str) -> str:
    """The eleven letters that name a video on YouTube, or an empty text."""
    parts = urlsplit(address)
    if parts.hostname == "youtu.be":
        candidate = parts.path.strip("/")
    elif parts.hostname in ("www.youtube.com", "youtube.com", "m.youtube.com"):
        folder, _, name = parts.path.strip("/").rpartition("/")
        candidate = name if folder in VIDEO_FOLDERS else parse_qs(parts.query).get("v", [""])[0]
    else:
        return ""
    return candidate if VIDEO_ID.match(candidate) else ""
