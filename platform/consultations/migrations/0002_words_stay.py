"""Nobody puts words into a citizen's mouth: what was sent is kept as it was sent, or forgotten."""

from django.db import migrations

CREATE = """
CREATE FUNCTION consultations_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.body <> OLD.body AND NEW.body <> '') OR (NEW.name <> OLD.name AND NEW.name <> '')
        OR (NEW.contact <> OLD.contact AND NEW.contact <> '')
        OR (NEW.page_id, NEW.number, NEW.received_on, NEW.at, NEW.language)
            IS DISTINCT FROM (OLD.page_id, OLD.number, OLD.received_on, OLD.at, OLD.language)
    THEN
        RAISE EXCEPTION 'The words of a comment are only ever forgotten, never changed.';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER consultations_keep_words BEFORE UPDATE ON consultations_comment
    FOR EACH ROW EXECUTE FUNCTION consultations_keep_words();
"""
DROP = """
DROP TRIGGER consultations_keep_words ON consultations_comment;
DROP FUNCTION consultations_keep_words();
"""


class Migration(migrations.Migration):
    dependencies = [("consultations", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, DROP)]
