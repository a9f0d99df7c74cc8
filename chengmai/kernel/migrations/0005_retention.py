from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kernel", "0004_rate_rules")]

    operations = [
        migrations.CreateModel(
            name="RetentionRule",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("keep_days", models.PositiveIntegerField()),
                ("in_force", models.BooleanField(default=True)),
                ("source", models.CharField(max_length=80)),
                ("clause", models.CharField(blank=True, default="", max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="RetentionRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("cutoff", models.DateTimeField()),
                ("removed", models.PositiveIntegerField()),
                ("oldest_left", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["name", "-at"], name="retention_runs_by_rule")],
            },
        ),
    ]
