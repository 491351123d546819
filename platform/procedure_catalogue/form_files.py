"""Files of forms that the catalogue keeps, and their addresses: the same on every site, without a host. A paper of the
dossier names the address, so versions, comparisons and imports treat it like any other."""

import re
import uuid
from collections.abc import Iterable

from procedure_catalogue.contents import Content

EXTENSIONS = ("docx", "pdf", "xlsx")
PATH = "bieu-mau-thu-tuc/"
ADDRESS = re.compile(rf"^/{PATH}([0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}})\.({'|'.join(EXTENSIONS)})$")


def form_address(number: uuid.UUID, extension: str) -> str:
    return f"/{PATH}{number}.{extension}"


def numbers_in(contents: Iterable[Content]) -> set[str]:
    """Of the files that their papers name."""
    found = (ADDRESS.match(paper.form_url) for content in contents for paper in content.dossier)
    return {match[1] for match in found if match}
