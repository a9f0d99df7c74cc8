"""Counts of every day, and a mark on each day whose cases have changed since it was counted."""

from django.db import migrations, models

MARKS = """
CREATE FUNCTION cases_days_of(c cases_case) RETURNS date[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY[
        (c.reported_at AT TIME ZONE 'Asia/Shanghai')::date,
        (c.accepted_at AT TIME ZONE 'Asia/Shanghai')::date,
        (c.registered_at AT TIME ZONE 'Asia/Shanghai')::date,
        (c.dispatched_at AT TIME ZONE 'Asia/Shanghai')::date,
        (c.confirmed_at AT TIME ZONE 'Asia/Shanghai')::date,
        (CASE WHEN c.stage IN ('closed', 'special_closed') THEN c.closed_at END AT TIME ZONE 'Asia/Shanghai')::date,
        (CASE WHEN c.dispatched_at IS NOT NULL AND c.stage NOT IN ('suspended', 'merged', 'voided', 'rejected', 'not_registered') THEN least(c.confirmed_at, c.due_at) END AT TIME ZONE 'Asia/Shanghai')::date,
        (CASE WHEN c.registered_at IS NOT NULL AND c.stage NOT IN ('suspended', 'merged', 'voided', 'rejected', 'not_registered') THEN least(CASE WHEN c.stage IN ('closed', 'special_closed') THEN c.closed_at END, c.due_at) END AT TIME ZONE 'Asia/Shanghai')::date
    ]
$$;
CREATE FUNCTION cases_mark_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    days date[];
BEGIN
    IF TG_OP <> 'INSERT' THEN
        days := cases_days_of(OLD);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        days := days || cases_days_of(NEW);
    END IF;
    INSERT INTO cases_daychanged (day)
    SELECT DISTINCT day FROM unnest(days) AS day WHERE day IS NOT NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER case_marks_its_days AFTER INSERT OR DELETE ON cases_case
    FOR EACH ROW EXECUTE FUNCTION cases_mark_days();
CREATE TRIGGER changed_case_marks_its_days AFTER UPDATE ON cases_case FOR EACH ROW
    WHEN (ROW(OLD.street_code, OLD.class_code, OLD.organisation_id, OLD.reported_at, OLD.accepted_at, OLD.registered_at, OLD.dispatched_at, OLD.confirmed_at, OLD.closed_at, OLD.due_at, OLD.handled_in_time, OLD.timeout_exempt, OLD.rework_no > 0, OLD.stage IN ('rejected', 'merged', 'voided'), OLD.stage IN ('suspended', 'merged', 'voided', 'rejected', 'not_registered'), OLD.stage IN ('closed', 'special_closed'))
        IS DISTINCT FROM ROW(NEW.street_code, NEW.class_code, NEW.organisation_id, NEW.reported_at, NEW.accepted_at, NEW.registered_at, NEW.dispatched_at, NEW.confirmed_at, NEW.closed_at, NEW.due_at, NEW.handled_in_time, NEW.timeout_exempt, NEW.rework_no > 0, NEW.stage IN ('rejected', 'merged', 'voided'), NEW.stage IN ('suspended', 'merged', 'voided', 'rejected', 'not_registered'), NEW.stage IN ('closed', 'special_closed')))
    EXECUTE FUNCTION cases_mark_days();
"""
UNMARK = """
DROP TRIGGER case_marks_its_days ON cases_case;
DROP TRIGGER changed_case_marks_its_days ON cases_case;
DROP FUNCTION cases_mark_days;
DROP FUNCTION cases_days_of;
"""
# A table of marks lives on quick vacuums: every row in it dies within a minute.
TUNE = """
ALTER TABLE cases_daychanged SET (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000
);
"""
# Older cases are counted by the first run of the task.
MARK_ALL = """
INSERT INTO cases_daychanged (day)
SELECT DISTINCT day FROM cases_case c CROSS JOIN LATERAL unnest(cases_days_of(c)) AS day
WHERE day IS NOT NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0013_import_cells_emptied'),
    ]

    operations = [
        migrations.CreateModel(
            name='DayChanged',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
            ],
            options={
                'db_table': 'cases_daychanged',
            },
        ),
        migrations.CreateModel(
            name='DayFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('street_code', models.CharField(blank=True, default='', max_length=9)),
                ('class_code', models.CharField(blank=True, default='', max_length=10)),
                ('organisation_id', models.BigIntegerField(default=0)),
                ('reported', models.PositiveIntegerField(default=0)),
                ('valid', models.PositiveIntegerField(default=0)),
                ('accepted', models.PositiveIntegerField(default=0)),
                ('registered', models.PositiveIntegerField(default=0)),
                ('dispatched', models.PositiveIntegerField(default=0)),
                ('disposed', models.PositiveIntegerField(default=0)),
                ('in_time', models.PositiveIntegerField(default=0)),
                ('overtime', models.PositiveIntegerField(default=0)),
                ('closed', models.PositiveIntegerField(default=0)),
                ('due', models.PositiveIntegerField(default=0)),
                ('due_done', models.PositiveIntegerField(default=0)),
                ('due_in_time', models.PositiveIntegerField(default=0)),
                ('to_close', models.PositiveIntegerField(default=0)),
                ('to_close_done', models.PositiveIntegerField(default=0)),
                ('to_close_in_time', models.PositiveIntegerField(default=0)),
                ('rework', models.PositiveIntegerField(default=0)),
            ],
            options={
                'db_table': 'cases_dayfigure',
                'constraints': [models.UniqueConstraint(fields=('day', 'street_code', 'class_code', 'organisation_id'), name='one_figure_per_day_and_kind')],
            },
        ),
        migrations.RunSQL(MARKS, UNMARK),
        migrations.RunSQL(TUNE, migrations.RunSQL.noop),
        migrations.RunSQL(MARK_ALL, migrations.RunSQL.noop),
    ]
