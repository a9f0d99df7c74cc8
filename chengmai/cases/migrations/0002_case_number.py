"""Numbers for cases come from one sequence, so that nobody waits for anybody."""
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_closed_loop")]

    operations = [
        migrations.RunSQL(
            "CREATE SEQUENCE cases_case_number", "DROP SEQUENCE cases_case_number"
        ),
    ]
