from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [("city", "0006_successions")]

    operations = [
        migrations.CreateModel(
            name="PlannedChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=12)),
                ("title", models.CharField(max_length=120)),
                ("params", models.JSONField()),
                ("on", models.DateField()),
                ("state", models.CharField(default="waiting", max_length=10)),
                ("by_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("result", models.JSONField(null=True)),
                ("error", models.JSONField(null=True)),
            ],
            options={
                "indexes": [models.Index(condition=Q(state="waiting"), fields=["on"], name="plans_that_wait")],
                "constraints": [
                    models.CheckConstraint(condition=Q(kind__in=["split_grid", "merge_grids", "draw_area", "end_area"]), name="plan_kind_is_known"),
                    models.CheckConstraint(condition=Q(state__in=["waiting", "done", "failed", "cancelled"]), name="plan_state_is_known"),
                ],
            },
        ),
    ]
