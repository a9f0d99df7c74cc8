"""Shares of a unit are found by its path, the done ones too: they are seen like the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0017_indexes_of_every_case_go")]

    operations = [
        migrations.RemoveIndex(
            model_name='part',
            name='part_by_path',
        ),
        migrations.AddIndex(
            model_name='part',
            index=models.Index(fields=['organisation_path', 'case_id'], name='part_by_path', opclasses=['text_pattern_ops', 'int8_ops']),
        ),
    ]
