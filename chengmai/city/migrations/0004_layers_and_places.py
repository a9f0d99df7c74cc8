
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('city', '0003_managed_areas'),
        ('identity', '0001_first_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='LayerChoice',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='identity.person')),
                ('layers', models.JSONField(default=dict)),
                ('order', models.JSONField(default=list)),
            ],
        ),
        migrations.AddField(
            model_name='place',
            name='attributes',
            field=models.JSONField(db_default={}, default=dict),
        ),
        migrations.AddField(
            model_name='place',
            name='capacity',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='place',
            name='hours',
            field=models.CharField(blank=True, db_default='', default='', max_length=80),
        ),
        migrations.AddField(
            model_name='place',
            name='level',
            field=models.CharField(blank=True, db_default='', default='', max_length=20),
        ),
        migrations.AddField(
            model_name='place',
            name='organisation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.organisation'),
        ),
        migrations.AddField(
            model_name='place',
            name='phone',
            field=models.CharField(blank=True, db_default='', default='', max_length=30),
        ),
        migrations.CreateModel(
            name='LayerRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layer', models.CharField(max_length=40)),
                ('duty', models.CharField(blank=True, db_default='', default='', max_length=20)),
                ('organisation_kind', models.CharField(blank=True, db_default='', default='', max_length=20)),
                ('visible', models.BooleanField()),
                ('source', models.CharField(blank=True, db_default='', default='', max_length=80)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('layer', 'duty', 'organisation_kind'), name='one_layer_rule_per_role')],
            },
        ),
        migrations.CreateModel(
            name='LayerStyle',
            fields=[
                ('layer', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=40, null=True)),
                ('colour', models.CharField(max_length=9, null=True)),
                ('colours', models.JSONField(null=True)),
                ('symbol', models.CharField(max_length=20, null=True)),
                ('symbols', models.JSONField(null=True)),
                ('min_zoom', models.PositiveSmallIntegerField(null=True)),
                ('max_zoom', models.PositiveSmallIntegerField(null=True)),
                ('opacity', models.FloatField(null=True)),
                ('rank', models.PositiveSmallIntegerField(null=True)),
                ('shown', models.BooleanField(null=True)),
                ('changed_at', models.DateTimeField()),
                ('changed_by_id', models.BigIntegerField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('opacity__isnull', True), models.Q(('opacity__gte', 0.05), ('opacity__lte', 1)), _connector='OR'), name='layer_opacity_can_be_seen'), models.CheckConstraint(condition=models.Q(('min_zoom__isnull', True), ('max_zoom__isnull', True), ('min_zoom__lte', models.F('max_zoom')), _connector='OR'), name='layer_zooms_are_in_order')],
            },
        ),
        migrations.CreateModel(
            name='PlaceKind',
            fields=[
                ('code', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=40)),
                ('colour', models.CharField(max_length=9)),
                ('symbol', models.CharField(max_length=20)),
                ('capacity_unit', models.CharField(blank=True, db_default='', default='', max_length=10)),
                ('rank', models.PositiveSmallIntegerField(db_default=50, default=50)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(null=True)),
                ('source', models.CharField(max_length=80)),
                ('clause', models.CharField(blank=True, db_default='', default='', max_length=80)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[a-z][a-z0-9_]{1,19}$')), name='place_kind_code_is_a_word'), models.CheckConstraint(condition=models.Q(('colour__regex', '^#[0-9a-f]{6}$')), name='place_kind_colour_is_one')],
            },
        ),
    ]
