"""A procedure as it is told to search engines, and to whoever is sent its address."""

from wagtail.models import Page

from lib.structured_data import Data, government_service
from pages.subjects import About, Subject, page_key
from procedures.details import Detail


def subject_of(detail: Detail, *, listed_on: Page, path: str, is_text: bool) -> Subject:
    """`path` is that of the page that lists all of them, whose picture stands for each."""

    def data(about: About) -> list[Data]:
        content = detail.content
        return [
            government_service(
                about.office,
                address=about.address,
                name=detail.name.words,
                number=detail.code,
                gist=content.result,
                audience="; ".join(content.applicants),
                channels=[detail.apply_address] if detail.apply_address else [],
                hours=detail.place.hours,
                fee="; ".join(dict.fromkeys(way.fee for way in content.ways if way.fee)),
            )
        ]

    return Subject(
        key=page_key(listed_on),
        picture_title=listed_on.title,
        title=detail.name.words,
        gist=detail.content.result,
        is_text=is_text,
        path=f"{path}{detail.address}",
        data=data,
    )
