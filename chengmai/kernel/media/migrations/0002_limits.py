"""Fill in how large a file may be; a city changes the rows."""

from django.db import migrations

SOURCE = "Chengmai's own starting values: what phones make, with room (docs/decisions/0031)"
ROWS = (
    ("image", 25_000_000, 60_000_000),
    ("video", 200_000_000, None),
    ("audio", 30_000_000, None),
    ("document", 30_000_000, None),
)


def fill(apps, schema_editor):
    limit = apps.get_model("media", "MediaLimit")
    limit.objects.bulk_create(
        limit(kind=kind, max_bytes=most, max_pixels=pixels, source=SOURCE)
        for kind, most, pixels in ROWS
    )


class Migration(migrations.Migration):
    dependencies = [("media", "0001_media")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
