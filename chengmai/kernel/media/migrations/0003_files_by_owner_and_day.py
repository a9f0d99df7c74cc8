from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """The quota of a day asks by owner and time; made without stopping uploads."""

    atomic = False
    dependencies = [("media", "0002_limits")]

    operations = [
        AddIndexConcurrently(
            model_name="mediafile",
            index=models.Index(fields=["owner", "created_at"], name="media_by_owner_and_day"),
        ),
    ]
