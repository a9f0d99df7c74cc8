"""Indexes that serve: classes are asked by prefix; numbers are asked whole, never by prefix.

Every UPDATE of a case writes every index of its table, so one that no query can use costs each move.
"""

from django.db import migrations, models

PREFIX_INDEXES = {
    "cases_case_case_no_7b916714_like": ("cases_case", "case_no"),
    "cases_report_tracking_no_ac204e90_like": ("cases_report", "tracking_no"),
}


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_import_rows_sealed")]

    operations = [
        *(
            migrations.RunSQL(
                f'DROP INDEX IF EXISTS "{name}"',
                f'CREATE INDEX "{name}" ON "{table}" ("{column}" varchar_pattern_ops)',
            )
            for name, (table, column) in PREFIX_INDEXES.items()
        ),
        migrations.RemoveIndex(model_name="case", name="case_by_class"),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["class_code", "-id"],
                opclasses=["text_pattern_ops", "int8_ops"],
                name="case_by_class",
            ),
        ),
    ]
