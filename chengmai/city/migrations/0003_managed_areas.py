
import chengmai.city.areas.words
import django.contrib.gis.db.models.fields
import django.contrib.gis.db.models.functions
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('city', '0002_component_changes'),
        ('identity', '0001_first_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='AreaKind',
            fields=[
                ('code', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=40)),
                ('family', models.CharField(max_length=16)),
                ('colour', models.CharField(max_length=9)),
                ('levels', models.JSONField(db_default=[], default=list)),
                ('min_zoom', models.PositiveSmallIntegerField(db_default=12, default=12)),
                ('rank', models.PositiveSmallIntegerField(db_default=50, default=50)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('source', models.CharField(max_length=80)),
                ('clause', models.CharField(blank=True, db_default='', default='', max_length=80)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[a-z][a-z0-9_]{1,19}$')), name='area_kind_code_is_a_word'), models.CheckConstraint(condition=models.Q(('family__in', [chengmai.city.areas.words.AreaFamily['GRID'], chengmai.city.areas.words.AreaFamily['RESPONSIBILITY']])), name='area_kind_family_is_known'), models.CheckConstraint(condition=models.Q(('colour__regex', '^#[0-9a-f]{6}$')), name='area_kind_colour_is_one')],
            },
        ),
        migrations.CreateModel(
            name='ManagedArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=24)),
                ('name', models.CharField(max_length=80)),
                ('level', models.CharField(blank=True, db_default='', default='', max_length=20)),
                ('party', models.CharField(blank=True, db_default='', default='', max_length=80)),
                ('geometry', django.contrib.gis.db.models.fields.MultiPolygonField(srid=4326)),
                ('geometry_3857', models.GeneratedField(db_persist=True, expression=django.contrib.gis.db.models.functions.Transform('geometry', 3857), output_field=django.contrib.gis.db.models.fields.MultiPolygonField(spatial_index=False, srid=3857))),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('source', models.CharField(blank=True, db_default='', default='', max_length=80)),
                ('note', models.CharField(blank=True, db_default='', default='', max_length=200)),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='areas', to='city.areakind')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.organisation')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='identity.person')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GistIndex(fields=['geometry_3857'], name='area_drawn'), models.Index(fields=['organisation', 'kind'], name='area_by_organisation')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('kind', 'code'), name='one_area_per_code_in_use'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='area_ends_after_it_begins')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='managedarea',
            trigger=pgtrigger.compiler.Trigger(name='count_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="INSERT INTO city_layerversion (name, version, changed_at) VALUES ('city_managedarea', 1, now()) ON CONFLICT (name) DO UPDATE SET version = city_layerversion.version + 1, changed_at = now(); RETURN NULL;", hash='5b81961d3025cd20c222675143fa8a34fd931afb', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE OR TRUNCATE', pgid='pgtrigger_count_changes_abd7d', table='city_managedarea', when='AFTER')),
        ),
    ]
