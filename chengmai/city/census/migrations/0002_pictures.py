from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("census", "0001_imports")]

    operations = [
        migrations.AddField("censusimport", "pictures", models.JSONField(db_default=[], default=list)),
        migrations.AddField("censusimport", "picture_ids", models.JSONField(db_default=[], default=list)),
        migrations.CreateModel(
            name="CensusPicture",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("media_id", models.BigIntegerField()),
            ],
        ),
    ]
