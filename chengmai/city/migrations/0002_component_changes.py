
import chengmai.city.words
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('city', '0001_first_tables'),
    ]

    operations = [
        migrations.AddField(
            model_name='component',
            name='photos',
            field=models.JSONField(db_default=[], default=list),
        ),
        migrations.CreateModel(
            name='ComponentChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=16)),
                ('at', models.DateTimeField()),
                ('actor_id', models.BigIntegerField(null=True)),
                ('import_id', models.BigIntegerField(null=True)),
                ('kind', models.CharField(max_length=12)),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField(null=True)),
                ('reason', models.CharField(blank=True, db_default='', default='', max_length=200)),
            ],
            options={
                'indexes': [models.Index(fields=['code', '-id'], name='component_history'), models.Index(condition=models.Q(('import_id__isnull', False)), fields=['import_id', 'id'], name='component_change_by_import')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', [chengmai.city.words.ComponentChangeKind['CREATED'], chengmai.city.words.ComponentChangeKind['EDITED'], chengmai.city.words.ComponentChangeKind['MOVED'], chengmai.city.words.ComponentChangeKind['STATE'], chengmai.city.words.ComponentChangeKind['PHOTO'], chengmai.city.words.ComponentChangeKind['DELETED']])), name='component_change_kind_is_known')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='componentchange',
            trigger=pgtrigger.compiler.Trigger(name='never_edited', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='8e3fcc33293baca8f551db932662967c28774517', operation='UPDATE', pgid='pgtrigger_never_edited_943ae', table='city_componentchange', when='BEFORE')),
        ),
    ]
