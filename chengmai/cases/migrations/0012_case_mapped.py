"""The map of a period is drawn out of one index, without touching the rows of ended cases."""

import chengmai.cases.words
import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("cases", "0011_indexes_by_number_go")]

    operations = [
        AddIndexConcurrently(
            model_name='case',
            index=django.contrib.postgres.indexes.GistIndex(condition=models.Q(('stage__in', [chengmai.cases.words.Stage['CLOSED'], chengmai.cases.words.Stage['MERGED'], chengmai.cases.words.Stage['NOT_REGISTERED'], chengmai.cases.words.Stage['REJECTED'], chengmai.cases.words.Stage['SPECIAL_CLOSED'], chengmai.cases.words.Stage['VOIDED']])), fields=['point_3857'], include=('id', 'point_3857', 'stage', 'kind', 'class_code', 'urgent', 'reported_at', 'source', 'lamp_due_at', 'lamp_warn_at', 'grid_code', 'duty_grid_code', 'organisation_id', 'organisation_path', 'handler_id', 'collector_id', 'reporter_id'), name='case_mapped'),
        ),
    ]
