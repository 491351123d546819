"""The tables of this room: documents, and the page on which the public reads them."""

from legal.documents import FileText, Issuer, LegalDocument, LegalFile, LegalLink
from legal.register import RegisterPage

__all__ = ["FileText", "Issuer", "LegalDocument", "LegalFile", "LegalLink", "RegisterPage"]
