from django.db import migrations, models

import chengmai.kernel.fields


# holds: nothing; the type of the columns in the database stays the same.
class Migration(migrations.Migration):
    """A contact can be erased; its sealed columns are named to the rotation of keys."""

    dependencies = [("identity", "0009_administrations_apart")]

    operations = [
        migrations.AddField(
            model_name="contact", name="erased_at", field=models.DateTimeField(null=True)
        ),
        migrations.AlterField(
            model_name="contact",
            name="name_sealed",
            field=chengmai.kernel.fields.SealedTokenField(
                blank=True, context="contact.name", default=""
            ),
        ),
        migrations.AlterField(
            model_name="contact",
            name="phone_sealed",
            field=chengmai.kernel.fields.SealedTokenField(
                blank=True, context="contact.phone", default=""
            ),
        ),
    ]
