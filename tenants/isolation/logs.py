"""Every line of the log says which site it speaks of, and speaks no louder than it should."""

import logging

from django.core.signing import BadSignature

from tenants.connection import connection
from tenants.registry.states import Lifecycle

# Somebody mistyped an address, or a form: nothing is broken.
NO_FAULT = (404, 422)
NOT_IN_SERVICE = 503


class SiteFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """The site of the request that the record is about, as Django logs some when the site has been left."""
        tenant = getattr(getattr(record, "request", None), "tenant", None) or connection.tenant
        record.site = tenant.schema_name
        return True


class FaultFilter(logging.Filter):
    """What Django reports of answers: those that are as they should be are information, whatever their number."""

    def filter(self, record: logging.LogRecord) -> bool:
        if not _is_as_it_should_be(record):
            return True
        record.levelno, record.levelname = logging.INFO, logging.getLevelName(logging.INFO)
        # Django sets a level of its own on its loggers; LOG_LEVEL is the root's.
        return logging.getLogger().isEnabledFor(logging.INFO)


class RefusedFilter(logging.Filter):
    """What the queue's library reports of work that was refused: the alarm has said it, for all of it in one line."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not (record.exc_info and isinstance(record.exc_info[1], BadSignature))


def _is_as_it_should_be(record: logging.LogRecord) -> bool:
    status = getattr(record, "status_code", None)
    tenant = getattr(getattr(record, "request", None), "tenant", None)
    is_suspended = tenant is not None and tenant.lifecycle == Lifecycle.SUSPENDED
    return status in NO_FAULT or (status == NOT_IN_SERVICE and is_suspended)
