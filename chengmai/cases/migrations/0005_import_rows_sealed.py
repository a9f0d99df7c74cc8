"""The cells of imported rows are sealed; rows of earlier imports are sealed on the way."""

from django.db import migrations

from chengmai.kernel.fields import SealedJsonField


def seal(apps, schema_editor):
    """Seal what lies open, a thousand rows at a time."""
    rows = apps.get_model("cases", "ImportRow").objects.order_by("pk")
    for row in rows.only("pk", "values").iterator(chunk_size=1_000):
        rows.filter(pk=row.pk).update(sealed=row.values)


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_case_drawn")]

    operations = [
        migrations.AddField(
            "importrow", "sealed", SealedJsonField(context="import_row.values", null=True)
        ),
        migrations.RunPython(seal, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField("importrow", "values"),
        migrations.RenameField("importrow", "sealed", "values"),
        migrations.AlterField("importrow", "values", SealedJsonField(context="import_row.values")),
    ]
