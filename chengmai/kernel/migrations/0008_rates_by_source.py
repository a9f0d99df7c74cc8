"""Requests are counted by source too: an API client, or a channel of the public."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kernel", "0007_troubles")]

    operations = [
        migrations.RemoveConstraint(model_name="raterule", name="rate_asker_is_known"),
        migrations.AddConstraint(
            model_name="raterule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asker__in", ["address", "device", "person", "client", "channel"])
                ),
                name="rate_asker_is_known",
            ),
        ),
    ]
