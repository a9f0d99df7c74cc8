"""The privacy notice that we ship, and how much one device or address may send."""
from datetime import UTC, datetime

from django.db import migrations

TEXT = """我们收集：您反映的问题、照片、位置，以及您自愿留下的称呼和电话。
用途：核实并处理您反映的问题，把处理进展告诉您。不用于其他目的。
方式：照片中的拍摄时间、位置和设备信息会在保存时去除；称呼和电话加密保存，工作人员只看到部分字符，查看全文需说明理由并留下记录。
期限：问题办结后保存三年，到期删除或匿名化。
您的权利：查看、更正、删除您的信息，撤回同意。可在本页面或拨打 12345 提出。
处理者：城市管理主管部门。"""


def add(apps, schema_editor):
    apps.get_model("citizen", "Notice").objects.create(
        version="2026-1",
        title="个人信息保护告知",
        text=TEXT,
        valid_from=datetime(2026, 1, 1, tzinfo=UTC),
        source="个人信息保护法",
        clause="17, 30, 35",
    )
    limits = apps.get_model("citizen", "RationLimit").objects
    limits.create(kind="device", most=30, source="城脉 默认值")
    limits.create(kind="address", most=600, source="城脉 默认值")


class Migration(migrations.Migration):
    dependencies = [("citizen", "0001_first_tables")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
