"""Backups made, anchors of the ledger, and how far the reactions' answers are forgotten."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("kernel", "0002_settings")]

    operations = [
        migrations.CreateModel(
            name="BackupRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("state", models.CharField(max_length=8)),
                ("name", models.CharField(max_length=40)),
                ("place", models.CharField(max_length=300)),
                ("way", models.CharField(blank=True, default="", max_length=8)),
                ("bytes", models.BigIntegerField(null=True)),
                ("error", models.CharField(blank=True, default="", max_length=500)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=Q(("state__in", ["running", "good", "failed"])), name="backup_state_is_known"),
                    models.CheckConstraint(condition=Q(("state", "running"), ("ended_at__isnull", False), _connector="OR"), name="ended_backup_has_a_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReactionFloor",
            fields=[
                ("reaction", models.CharField(max_length=120, primary_key=True, serialize=False)),
                ("entry_id", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Anchor",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("up_to", models.BigIntegerField()),
                ("rows", models.BigIntegerField()),
                ("mark", models.CharField(max_length=64)),
            ],
        ),
    ]
