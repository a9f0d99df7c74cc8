"""A fiftieth of the cases changed is reason enough to vacuum: lists and maps read indexes alone
only where a page is known to be the same for everybody."""

from django.db import migrations

SOON = """
ALTER TABLE cases_case SET (
    autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.02
)
"""
AS_BEFORE = """
ALTER TABLE cases_case RESET (
    autovacuum_vacuum_scale_factor, autovacuum_vacuum_insert_scale_factor,
    autovacuum_analyze_scale_factor
)
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_ended_cases_by_closing")]

    operations = [migrations.RunSQL(SOON, AS_BEFORE)]
