"""How a unit and its People's Committee are called, in the three languages of the portal."""

from tenants.registry.states import KIND_WORD, Kind

LANGUAGES = ("vi", "km", "en")

UNIT: dict[str, dict[str, str]] = {
    Kind.PROVINCE: {"km": "ខេត្ត {name}", "en": "{name} Province"},
    Kind.DISTRICT: {"km": "ស្រុក {name}", "en": "{name} District"},
    Kind.WARD: {"km": "សង្កាត់ {name}", "en": "{name} Ward"},
    Kind.COMMUNE: {"km": "ឃុំ {name}", "en": "{name} Commune"},
    Kind.TOWN: {"km": "ទីប្រជុំជន {name}", "en": "{name} Town"},
}


def unit_name(kind: str, name: str) -> str:
    """`Xã Đại An`: two units may share a name, never kind and name."""
    word = KIND_WORD[kind]
    return f"{word[0].upper()}{word[1:]} {name}"


def unit_names(kind: str, name: str) -> dict[str, str]:
    """The unit itself, keyed by language."""
    own = UNIT[kind]
    return {"vi": unit_name(kind, name), "km": own["km"].format(name=name), "en": own["en"].format(name=name)}


def committee_names(kind: str, name: str) -> dict[str, str]:
    """The People's Committee of a unit, keyed by language."""
    unit = unit_names(kind, name)
    return {
        "vi": f"Ủy ban nhân dân {KIND_WORD[kind]} {name}",
        "km": f"គណៈកម្មាធិការប្រជាជន{unit['km']}",
        "en": f"People's Committee of {unit['en']}",
    }
