"""How a unit and its People's Committee are called, in the three languages of the portal."""

from tenants.registry.states import KIND_WORD, Kind

LANGUAGES = ("vi", "km", "en")

COMMITTEE: dict[str, dict[str, str]] = {
    Kind.PROVINCE: {"km": "គណៈកម្មាធិការប្រជាជនខេត្ត {name}", "en": "People's Committee of {name} Province"},
    Kind.DISTRICT: {"km": "គណៈកម្មាធិការប្រជាជនស្រុក {name}", "en": "People's Committee of {name} District"},
    Kind.WARD: {"km": "គណៈកម្មាធិការប្រជាជនសង្កាត់ {name}", "en": "People's Committee of {name} Ward"},
    Kind.COMMUNE: {"km": "គណៈកម្មាធិការប្រជាជនឃុំ {name}", "en": "People's Committee of {name} Commune"},
    Kind.TOWN: {"km": "គណៈកម្មាធិការប្រជាជនទីប្រជុំជន {name}", "en": "People's Committee of {name} Town"},
}


def unit_name(kind: str, name: str) -> str:
    """`Xã Đại An`: two units may share a name, never kind and name."""
    word = KIND_WORD[kind]
    return f"{word[0].upper()}{word[1:]} {name}"


def committee_names(kind: str, name: str) -> dict[str, str]:
    """The People's Committee of a unit, keyed by language."""
    patterns = {"vi": f"Ủy ban nhân dân {KIND_WORD[kind]} {{name}}", **COMMITTEE[kind]}
    return {language: patterns[language].format(name=name) for language in LANGUAGES}
