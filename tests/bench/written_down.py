"""What the single site's templates find in place of the portal's neighbours."""

import json
from functools import cache

from django.conf import settings
from django.http import HttpRequest


def neighbours(request: HttpRequest) -> dict[str, object]:
    return {"neighbours": {"units": _units()}}


@cache
def _units() -> list[dict[str, str]]:
    return json.loads((settings.VAR / "units.json").read_text())
