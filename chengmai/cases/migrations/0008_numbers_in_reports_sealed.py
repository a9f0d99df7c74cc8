from django.db import migrations

import chengmai.kernel.fields


class Migration(migrations.Migration):
    """What a reporter wrote is kept sealed where it held a phone or identity number."""

    dependencies = [("cases", "0007_desk")]

    operations = [
        migrations.AddField(
            model_name="report",
            name="private_text",
            field=chengmai.kernel.fields.SealedTextField(context="report.text", null=True),
        ),
    ]
