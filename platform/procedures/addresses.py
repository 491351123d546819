"""Where a procedure stands below the page of procedures. Addresses of pages have no points: 1-001193/ for 1.001193."""

PATTERN = r"(?P<key>[0-9]-[0-9]{6})"


def address_of(code: str) -> str:
    return f"{code.replace('.', '-')}/"


def code_in(key: str) -> str:
    return key.replace("-", ".")
