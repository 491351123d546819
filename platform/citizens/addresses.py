"""Where an answered question is found below the list of all. The list moves it from page to page as later ones come, so
that an address that is kept leads there by its number."""

PATTERN = r"cau-hoi/(?P<number>[0-9]{1,18})/"


def address_of(number: int) -> str:
    return f"cau-hoi/{number}/"


def anchor_of(number: int) -> str:
    return f"cau-hoi-{number}"
