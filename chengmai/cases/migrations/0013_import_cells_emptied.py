from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_case_mapped")]

    operations = [
        migrations.AddField(
            model_name="importrow",
            name="emptied",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
