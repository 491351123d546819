"""A site acts with a database login of its own: whatever SQL gets into its requests, it reaches no other site.

`as_site` is for code that runs on a site's behalf: requests, tasks, scheduled publishing. `crossing.in_site` acts with
the rights of the platform instead.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS
from django.db.utils import OperationalError

from tenants.connection import connection, current_connection, use
from tenants.crossing import in_public, in_site, refuse_inside_transaction
from tenants.isolation.models import SiteLogin
from tenants.isolation.postgresql.base import DatabaseWrapper
from tenants.registry.models import Tenant


@contextmanager
def as_site(tenant: Tenant) -> Iterator[None]:
    """Everything inside is done by the site's own login, on a connection that is kept for the next time.

    Where the installation has no logins of sites, as `in_site`. Inside the transaction that Django wraps a test in, on
    its connection under the site's role: another connection would not see what the test has written.
    Raises SwitchInsideTransaction inside any other transaction, ImproperlyConfigured where SITE_LOGINS=required and the
    site has none: nothing is done for it with the platform's rights instead.
    """
    refuse_inside_transaction(tenant)
    login = login_of(tenant)
    if login is None and settings.SITE_LOGINS == "required":
        raise ImproperlyConfigured(f"{tenant} has no database login of its own. Run `manage.py upgrade`.")
    if login is None:
        with in_site(tenant):
            yield
    elif connection.in_atomic_block:
        with in_site(tenant):
            connection.role = login.role
            yield
    else:
        with _connected_as(login) as own:
            own.set_tenant(tenant)
            yield


def login_of(tenant: Tenant) -> SiteLogin | None:
    """None where SITE_LOGINS is off, or the site has none yet."""
    if settings.SITE_LOGINS == "off":
        return None
    if "login" not in tenant._state.fields_cache:
        with in_public():
            tenant._state.fields_cache["login"] = SiteLogin.objects.filter(tenant_id=tenant.pk).first()
    login: SiteLogin | None = tenant._state.fields_cache["login"]
    return login


class KeptConnections:
    """The connections of sites in this process. Those that no thread uses wait for the next one that speaks for their
    site; the one that has waited longest is closed when there are too many."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[DatabaseWrapper] = []
        self._in_use = 0

    def take(self, login: SiteLogin, platform: DatabaseWrapper) -> DatabaseWrapper:
        """Raises OperationalError where the server can't be reached."""
        with self._lock:
            own = next((one for one in reversed(self._waiting) if one.opened_for == _key(login, platform)), None)
            if own:
                self._waiting.remove(own)
            self._in_use += 1
            surplus = self._surplus()
        for one in surplus:
            one.close()
        try:
            own = own or _connection_of(login, platform)
            own.stands_for = platform
            own.close_if_unusable_or_obsolete()
            if own.connection is None:
                _connect(own, login)
        except BaseException:
            with self._lock:
                self._in_use -= 1
            raise
        return own

    def give_back(self, own: DatabaseWrapper) -> None:
        own.stands_for = own.request_tenant = None
        is_fit = False
        try:
            own.close_if_unusable_or_obsolete()
            is_fit = own.connection is not None and not own.in_atomic_block
        finally:
            with self._lock:
                self._in_use -= 1
                if is_fit:
                    self._waiting.append(own)
                surplus = self._surplus() if is_fit else [own]
            for one in surplus:
                one.close()

    def close_all(self) -> None:
        """Those that wait."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for one in waiting:
            one.close()

    def leave_to_parent(self) -> None:
        """In a process that was forked from this one: closing what the other uses would end it there as well."""
        self._inherited, self._waiting, self._in_use = self._waiting, [], 0

    def _surplus(self) -> list[DatabaseWrapper]:
        many = max(0, len(self._waiting) + self._in_use - settings.SITE_CONNECTIONS)
        surplus, self._waiting = self._waiting[:many], self._waiting[many:]
        return surplus


_kept = KeptConnections()
close_kept_connections = _kept.close_all
os.register_at_fork(after_in_child=_kept.leave_to_parent)


@contextmanager
def _connected_as(login: SiteLogin) -> Iterator[DatabaseWrapper]:
    before = current_connection()
    own = _kept.take(login, before.stands_for or before)
    use(own)
    try:
        yield own
    finally:
        use(before)
        _kept.give_back(own)


def _connection_of(login: SiteLogin, platform: DatabaseWrapper) -> DatabaseWrapper:
    credentials = {"USER": login.role, "PASSWORD": login.password}
    own = DatabaseWrapper({**platform.settings_dict, **credentials}, DEFAULT_DB_ALIAS)
    own.opened_for = _key(login, platform)
    # Handed from thread to thread, to one at a time.
    own.inc_thread_sharing()
    return own


def _key(login: SiteLogin, platform: DatabaseWrapper) -> tuple[str, str]:
    return platform.settings_dict["NAME"], login.role


def _connect(own: DatabaseWrapper, login: SiteLogin) -> None:
    """With the password that holds now, should it have been changed since the login was read."""
    try:
        own.ensure_connection()
    except OperationalError:
        with in_public():
            now = SiteLogin.objects.filter(pk=login.pk).first()
        if now is None or now.password == own.settings_dict["PASSWORD"]:
            raise
        own.settings_dict["PASSWORD"] = login.password = now.password
        own.ensure_connection()
