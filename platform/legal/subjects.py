"""A document as it is told to search engines, and to whoever is sent its address."""

from typing import TYPE_CHECKING

from legal.details import Detail
from legal.states import Relation, Status
from lib.structured_data import Data, legislation
from pages.subjects import About, Subject

if TYPE_CHECKING:
    from legal.documents import LegalDocument

# In the words of schema.org.
FORCE = {
    Status.IN_FORCE: "InForce",
    Status.PARTLY: "PartiallyInForce",
    Status.NOT_YET: "NotInForce",
    Status.EXPIRED: "NotInForce",
    Status.REPLACED: "NotInForce",
}
CHANGING = (Relation.REPLACES, Relation.AMENDS)


def document_key(document: "LegalDocument") -> str:
    return f"van-ban-{document.pk}"


def subject_of(document: "LegalDocument", detail: Detail, register: str) -> Subject:
    """`register` is the path of the page that lists all documents."""

    def data(about: About) -> list[Data]:
        return [
            legislation(
                about.office,
                address=about.address,
                name=document.title,
                number=document.number,
                form=document.form.name_vi if document.form else "",
                abstract=document.abstract,
                issuer=document.issuer.name if document.issuer else "",
                issued=document.issued_on,
                in_force_from=document.effective_on,
                in_force=FORCE[detail.status],
                changes=[("legislationChanges", about.absolute(f"{register}{other.address}")) for other in changed],
                files=[about.absolute(file.address) for file in detail.files],
            )
        ]

    changed = [link.document for link in detail.links if link.relation in {str(one.label) for one in CHANGING}]
    return Subject(
        key=document_key(document),
        title=document.title,
        gist=document.abstract,
        is_text=True,
        path=f"{register}{document.address}",
        data=data,
    )
