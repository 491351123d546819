"""A site's login says what happened, the database says when. Whoever owns the table, as the demo does, may say it."""

from django.db import migrations

CREATE = """
CREATE FUNCTION audit_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT pg_has_role(current_user, (SELECT relowner FROM pg_catalog.pg_class WHERE oid = TG_RELID), 'USAGE') THEN
        NEW.at := clock_timestamp();
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER audit_time BEFORE INSERT ON audit_auditentry FOR EACH ROW EXECUTE FUNCTION audit_time();
"""
DROP = """
DROP TRIGGER audit_time ON audit_auditentry;
DROP FUNCTION audit_time();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_alter_auditentry_event")]
    operations = [migrations.RunSQL(CREATE, DROP)]
