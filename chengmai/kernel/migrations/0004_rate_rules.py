from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kernel", "0003_upkeep")]

    operations = [
        migrations.CreateModel(
            name="RateRule",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("asker", models.CharField(max_length=10)),
                ("methods", models.CharField(blank=True, default="", max_length=40)),
                ("path", models.CharField(max_length=80)),
                ("amount", models.PositiveIntegerField()),
                ("seconds", models.PositiveIntegerField()),
                ("burst", models.PositiveIntegerField()),
                ("in_force", models.BooleanField(default=True)),
                ("source", models.CharField(max_length=80)),
                ("clause", models.CharField(blank=True, default="", max_length=80)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("asker__in", ["address", "device", "person"])),
                        name="rate_asker_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0), ("burst__gt", 0), ("seconds__gt", 0)),
                        name="rate_is_positive",
                    ),
                ],
            },
        ),
    ]
