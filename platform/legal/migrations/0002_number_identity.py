from django.db import migrations, models

from lib.search_words import identity

PORTION = 1000


def fill(apps, schema_editor):
    documents = apps.get_model("legal", "LegalDocument").objects
    batch = []
    for document in documents.only("pk", "number").iterator(PORTION):
        document.number_identity = identity(document.number)[:100]
        batch.append(document)
        if len(batch) == PORTION:
            documents.bulk_update(batch, ["number_identity"])
            batch = []
    documents.bulk_update(batch, ["number_identity"])


class Migration(migrations.Migration):
    dependencies = [("legal", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="legaldocument",
            name="number_identity",
            field=models.CharField(default="", editable=False, max_length=100),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="legaldocument", name="legal_one_number_per_issuer_and_year"),
        migrations.AddConstraint(
            model_name="legaldocument",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number_identity", ""), _negated=True),
                fields=("number_identity", "issuer", "year"),
                name="legal_one_number_per_issuer_and_year",
                violation_error_message="This document is already in the register.",
            ),
        ),
    ]
