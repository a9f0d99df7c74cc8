"""Troubles of the platform that lasted (decision 0110)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kernel', '0006_ledger_by_years'),
    ]

    operations = [
        migrations.CreateModel(
            name='Trouble',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40)),
                ('about', models.CharField(blank=True, default='', max_length=80)),
                ('level', models.CharField(max_length=10)),
                ('facts', models.JSONField(default=dict)),
                ('began_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField()),
                ('told_at', models.DateTimeField(null=True)),
                ('over_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['over_at'], name='trouble_by_end')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('over_at__isnull', True)), fields=('code', 'about'), name='one_open_trouble_of_a_kind')],
            },
        ),
    ]
