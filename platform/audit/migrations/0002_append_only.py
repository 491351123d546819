"""What the log's readers rely on holds in the database too, whatever the code above it does."""

from django.db import migrations

CREATE = """
CREATE FUNCTION audit_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.at < now() - interval '12 months' THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'The audit log is kept for at least 12 months.';
    END IF;
    RAISE EXCEPTION 'The audit log is only ever added to.';
END
$$;
CREATE TRIGGER audit_keep BEFORE UPDATE OR DELETE ON audit_auditentry FOR EACH ROW EXECUTE FUNCTION audit_keep();
CREATE TRIGGER audit_keep_all BEFORE TRUNCATE ON audit_auditentry FOR EACH STATEMENT EXECUTE FUNCTION audit_keep();
"""
DROP = """
DROP TRIGGER audit_keep_all ON audit_auditentry;
DROP TRIGGER audit_keep ON audit_auditentry;
DROP FUNCTION audit_keep();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, DROP)]
