"""Tries to sign in are found by name: one that nobody has is locked like any other."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("identity", "0010_contacts_erasable")]

    operations = [
        migrations.AddIndex(
            model_name="signinattempt",
            index=models.Index(fields=["username", "at"], name="attempt_by_name"),
        ),
    ]
