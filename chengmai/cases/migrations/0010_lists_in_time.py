"""Lists are read in the order of reporting: every index of a filter ends with that order.

Made beside the work of the city, one after the other; the old ones go when these stand (0011).
"""

import chengmai.cases.words
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("cases", "0009_case_words")]

    operations = [
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(fields=['stage', '-reported_at', '-id'], name='case_stage_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(fields=['source', '-reported_at', '-id'], name='case_source_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(fields=['organisation_id', '-reported_at', '-id'], name='case_unit_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(fields=['duty_grid_code', '-reported_at', '-id'], name='case_duty_grid_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(fields=['class_code', '-reported_at', '-id'], name='case_class_in_time', opclasses=['text_pattern_ops', 'timestamptz_ops', 'int8_ops']),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(fields=['grid_code', '-reported_at', '-id'], name='case_grid_in_time', opclasses=['text_pattern_ops', 'timestamptz_ops', 'int8_ops']),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('organisation_path', ''), _negated=True), fields=['organisation_path', '-reported_at', '-id'], name='case_path_in_time', opclasses=['text_pattern_ops', 'timestamptz_ops', 'int8_ops']),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('stage__in', [chengmai.cases.words.Stage['CHECKING'], chengmai.cases.words.Stage['FEEDBACK'], chengmai.cases.words.Stage['HANDLING'], chengmai.cases.words.Stage['PENDING_CHECK'], chengmai.cases.words.Stage['PENDING_CLOSE'], chengmai.cases.words.Stage['PENDING_DEPARTMENT'], chengmai.cases.words.Stage['PENDING_DISPATCH'], chengmai.cases.words.Stage['PENDING_REGISTER'], chengmai.cases.words.Stage['REPORTED'], chengmai.cases.words.Stage['SELF_AUDIT'], chengmai.cases.words.Stage['SUSPENDED'], chengmai.cases.words.Stage['VERIFYING']])), fields=['-reported_at', '-id'], name='case_open_in_time'),
        ),
        # The last digits of a number, which a desk reads out.
        migrations.RunSQL(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS case_by_number_tail"
            " ON cases_case (reverse(case_no) text_pattern_ops)",
            "DROP INDEX IF EXISTS case_by_number_tail",
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('stage__in', [chengmai.cases.words.Stage['MERGED'], chengmai.cases.words.Stage['NOT_REGISTERED'], chengmai.cases.words.Stage['REJECTED'], chengmai.cases.words.Stage['SPECIAL_CLOSED'], chengmai.cases.words.Stage['VOIDED']]), models.Q(('organisation_path', ''), _negated=True)), fields=['-reported_at', '-id'], name='case_dropped_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('urgent', True)), fields=['-reported_at', '-id'], name='case_urgent_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('supervised', True)), fields=['-reported_at', '-id'], name='case_supervised_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('handler_id__isnull', False)), fields=['handler_id', '-reported_at', '-id'], name='case_handler_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('collector_id__isnull', False)), fields=['collector_id', '-reported_at', '-id'], name='case_collector_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('reporter_id__isnull', False)), fields=['reporter_id', '-reported_at', '-id'], name='case_reporter_in_time'),
        ),
    ]
