"""The index of closings holds what figures by source count, so that no row is read for them."""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("cases", "0018_shares_by_path")]

    operations = [
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.OrderBy(models.F('closed_at'), descending=True), condition=models.Q(('closed_at__isnull', False)), include=('id', 'source', 'reported_at', 'registered_at', 'confirmed_at', 'handled_in_time', 'timeout_exempt', 'rework_no', 'grid_code', 'duty_grid_code', 'organisation_path', 'handler_id', 'collector_id', 'reporter_id'), name='case_ended_by_closing'),
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_by_closing',
        ),
    ]
