"""Every line of the log says which site it speaks of."""

import logging

from tenants.connection import connection


class SiteFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.site = connection.schema_name
        return True
