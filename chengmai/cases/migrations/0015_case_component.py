import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("cases", "0014_day_figures"), ("city", "0006_successions")]

    operations = [
        migrations.CreateModel(
            name="CaseComponent",
            fields=[
                ("case", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="+", serialize=False, to="cases.case")),
                ("by_id", models.BigIntegerField(null=True)),
                ("at", models.DateTimeField()),
                ("component", models.ForeignKey(db_column="component_code", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="city.component")),
            ],
        ),
    ]
