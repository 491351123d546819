"""Cache keys that carry the site: the same name on two sites is two keys."""

from django_tenants.cache import make_key, reverse_key

__all__ = ["make_key", "reverse_key"]
