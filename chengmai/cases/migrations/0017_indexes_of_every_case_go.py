"""Indexes that held open and ended cases alike have successors (0016)."""

from django.contrib.postgres.operations import RemoveIndexConcurrently
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("cases", "0016_ended_cases_listed")]

    operations = [
        RemoveIndexConcurrently(
            model_name='case',
            name='case_by_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_stage_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_source_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_unit_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_duty_grid_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_class_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_grid_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_path_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_open_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_dropped_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_urgent_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_supervised_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_handler_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_collector_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_reporter_in_time',
        ),
        RemoveIndexConcurrently(
            model_name='case',
            name='case_mapped',
        ),
    ]
