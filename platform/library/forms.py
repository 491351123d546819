"""Wagtail's form for pictures, wherever it stands: added alone or many at once, chosen, changed."""

from typing import Any

from wagtail.images.forms import BaseImageForm

from lib.upload_fields import PictureField


class ImageForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Declared on the class, the field would also stand in the forms that leave the file alone.
        if given := self.fields.get("file"):
            self.fields["file"] = PictureField(label=given.label, required=given.required, widget=given.widget)
