"""Ended cases get indexes of their own that hold whatever a list filters by; so do open ones.

Made beside the work of the city, one after the other; the old ones go when these stand (0017).
"""

import chengmai.cases.words
import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("cases", "0015_case_component")]

    operations = [
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), django.contrib.postgres.indexes.OpClass(models.F('organisation_path'), 'text_pattern_ops'), models.F('duty_grid_code'), models.F('handler_id'), models.F('collector_id'), models.F('reporter_id'), models.F('lamp_due_at'), models.F('lamp_warn_at'), condition=models.Q(('stage__in', [chengmai.cases.words.Stage['CHECKING'], chengmai.cases.words.Stage['FEEDBACK'], chengmai.cases.words.Stage['HANDLING'], chengmai.cases.words.Stage['PENDING_CHECK'], chengmai.cases.words.Stage['PENDING_CLOSE'], chengmai.cases.words.Stage['PENDING_DEPARTMENT'], chengmai.cases.words.Stage['PENDING_DISPATCH'], chengmai.cases.words.Stage['PENDING_REGISTER'], chengmai.cases.words.Stage['REPORTED'], chengmai.cases.words.Stage['SELF_AUDIT'], chengmai.cases.words.Stage['SUSPENDED'], chengmai.cases.words.Stage['VERIFYING']])), name='case_open_listed'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False)), include=('point_3857', 'lamp_due_at', 'lamp_warn_at', 'duty_grid_code', 'organisation_path', 'handler_id', 'collector_id', 'reporter_id'), name='case_ended_in_time'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False)), name='case_ended_by_class'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False)), name='case_ended_by_grid'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.F('source'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False)), name='case_ended_by_source'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.F('organisation_id'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False)), name='case_ended_by_unit'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(django.contrib.postgres.indexes.OpClass(models.F('organisation_path'), 'text_pattern_ops'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False), models.Q(('organisation_path', ''), _negated=True)), name='case_ended_by_path'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.F('duty_grid_code'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False)), name='case_ended_by_duty_grid'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.F('handler_id'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False), ('handler_id__isnull', False)), name='case_ended_by_handler'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.F('collector_id'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False), ('collector_id__isnull', False)), name='case_ended_by_collector'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.F('reporter_id'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False), ('reporter_id__isnull', False)), name='case_ended_by_reporter'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(django.db.models.functions.text.Left('grid_code', 6), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False)), name='case_ended_by_district'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(django.db.models.functions.text.Left('grid_code', 9), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False)), name='case_ended_by_street'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False), ('urgent', True)), name='case_ended_urgent'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('stage'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), condition=models.Q(('closed_at__isnull', False), ('supervised', True)), name='case_ended_supervised'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(models.F('stage'), models.OrderBy(models.F('reported_at'), descending=True), models.OrderBy(models.F('id'), descending=True), django.contrib.postgres.indexes.OpClass(models.F('class_code'), 'text_pattern_ops'), models.F('kind'), models.F('source'), models.F('organisation_id'), django.contrib.postgres.indexes.OpClass(models.F('grid_code'), 'text_pattern_ops'), models.F('urgent'), models.F('supervised'), condition=models.Q(('closed_at__isnull', False), ('stage__in', [chengmai.cases.words.Stage['MERGED'], chengmai.cases.words.Stage['NOT_REGISTERED'], chengmai.cases.words.Stage['REJECTED'], chengmai.cases.words.Stage['SPECIAL_CLOSED'], chengmai.cases.words.Stage['VOIDED']])), name='case_ended_by_dropping'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=django.contrib.postgres.indexes.GistIndex(condition=models.Q(('closed_at__isnull', False)), fields=['point_3857'], include=('id', 'point_3857', 'stage', 'kind', 'class_code', 'urgent', 'reported_at', 'source', 'lamp_due_at', 'lamp_warn_at', 'grid_code', 'duty_grid_code', 'organisation_id', 'organisation_path', 'handler_id', 'collector_id', 'reporter_id'), name='case_of_period'),
        ),
    ]
