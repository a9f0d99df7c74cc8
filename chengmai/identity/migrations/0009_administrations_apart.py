import chengmai.identity.words
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0008_shifts'),
    ]

    operations = [
        migrations.CreateModel(
            name='DutyRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('duty', models.CharField(max_length=20)),
                ('reason', models.CharField(default='', max_length=200)),
                ('asked_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('granted', models.BooleanField(null=True)),
            ],
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.UniqueConstraint(condition=models.Q(('duty__in', [chengmai.identity.words.Duty['ADMIN'], chengmai.identity.words.Duty['AUDITOR'], chengmai.identity.words.Duty['SECURITY']])), fields=('person',), name='one_administration_per_person'),
        ),
        migrations.AddField(
            model_name='dutyrequest',
            name='asked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.person'),
        ),
        migrations.AddField(
            model_name='dutyrequest',
            name='decided_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.person'),
        ),
        migrations.AddField(
            model_name='dutyrequest',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.organisation'),
        ),
        migrations.AddField(
            model_name='dutyrequest',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='identity.person'),
        ),
        migrations.AddConstraint(
            model_name='dutyrequest',
            constraint=models.CheckConstraint(condition=models.Q(('duty__in', [chengmai.identity.words.Duty['ADMIN'], chengmai.identity.words.Duty['AUDITOR'], chengmai.identity.words.Duty['SECURITY']])), name='request_is_for_administration'),
        ),
        migrations.AddConstraint(
            model_name='dutyrequest',
            constraint=models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(models.Q(('decided_by', models.F('asked_by')), _negated=True), models.Q(('decided_by', models.F('person')), _negated=True)), _connector='OR'), name='request_decided_by_another'),
        ),
        migrations.AddConstraint(
            model_name='dutyrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('decided_at__isnull', True)), fields=('person', 'duty'), name='one_open_request_per_duty'),
        ),
    ]
