"""A city that has rate rules gets those by source too; an empty one is given all when it begins."""

from django.db import migrations

RULES = (
    ("client", "client", "", "/", 6_000, 60, 1_200),
    ("client_reports", "client", "POST", "/api/v1/cases", 1_200, 60, 300),
    ("citizen_channel", "channel", "POST", "/api/v1/citizen/", 12_000, 3_600, 1_200),
    ("upload_channel", "channel", "POST", "/api/v1/media", 36_000, 3_600, 2_400),
)


def add_rules(apps, _editor):
    rule = apps.get_model("kernel", "RateRule")
    if not rule.objects.exists():
        return
    for name, asker, methods, path, amount, seconds, burst in RULES:
        rule.objects.get_or_create(
            name=name,
            defaults={
                "asker": asker, "methods": methods, "path": path, "amount": amount,
                "seconds": seconds, "burst": burst, "source": "GB/T 22239-2019",
                "clause": "8.1.4.4 入侵防范",
            },
        )  # fmt: skip


def take_away(apps, _editor):
    """The table before knew no such askers."""
    rule = apps.get_model("kernel", "RateRule")
    rule.objects.filter(asker__in=["client", "channel"]).delete()


class Migration(migrations.Migration):
    dependencies = [("kernel", "0008_rates_by_source")]

    operations = [migrations.RunPython(add_rules, take_away)]
