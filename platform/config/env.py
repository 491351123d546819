"""Reads settings from environment variables and says plainly which one is wrong."""

import datetime
import os

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in TRUE:
        return True
    if value.strip().lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name}={value!r}: write 1 or 0.")


def number(name: str, default: int, *, least: int | None = None) -> int:
    value = text(name, str(default))
    try:
        found = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name}={value!r}: write a whole number.") from None
    if least is not None and found < least:
        raise ImproperlyConfigured(f"{name}={value!r}: write a whole number of at least {least}.")
    return found


def choice(name: str, values: tuple[str, ...], default: str) -> str:
    value = text(name, default)
    if value not in values:
        raise ImproperlyConfigured(f"{name}={value!r}: write one of {', '.join(values)}.")
    return value


def names(name: str, default: str = "") -> list[str]:
    """Values separated by commas; empty ones fall away."""
    return [value.strip() for value in text(name, default).split(",") if value.strip()]


def date(name: str) -> datetime.date | None:
    value = text(name)
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name}={value!r}: write a date as YYYY-MM-DD.") from None
