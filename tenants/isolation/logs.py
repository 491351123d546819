"""Every line of the log says which site it speaks of."""

import logging

from tenants.connection import connection


class SiteFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """The site of the request that the record is about, as Django logs some when the site has been left."""
        tenant = getattr(getattr(record, "request", None), "tenant", None) or connection.tenant
        record.site = tenant.schema_name
        return True
