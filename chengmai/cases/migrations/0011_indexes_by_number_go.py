"""The indexes that ended with the number of the case have successors (0010)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_lists_in_time")]

    operations = [
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_stage',
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_unit',
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_duty_grid',
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_grid',
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_path',
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_handler',
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_collector',
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_reporter',
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_class',
        ),
    ]
