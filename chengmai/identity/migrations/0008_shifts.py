import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0007_api_clients'),
    ]

    operations = [
        migrations.CreateModel(
            name='RosterLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Shift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30)),
                ('begins', models.TimeField()),
                ('ends', models.TimeField()),
                ('active', models.BooleanField(default=True)),
            ],
        ),
        migrations.AddField(
            model_name='rosterline',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roster', to='identity.person'),
        ),
        migrations.AddField(
            model_name='shift',
            name='organisation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='shifts', to='identity.organisation'),
        ),
        migrations.AddField(
            model_name='rosterline',
            name='shift',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='identity.shift'),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=models.UniqueConstraint(fields=('organisation', 'name'), name='one_shift_per_name', nulls_distinct=False),
        ),
        migrations.AddIndex(
            model_name='rosterline',
            index=models.Index(fields=['person', 'day'], name='roster_by_person'),
        ),
        migrations.AddConstraint(
            model_name='rosterline',
            constraint=models.UniqueConstraint(fields=('day', 'shift', 'person'), name='one_roster_line_per_person'),
        ),
    ]
