import chengmai.identity.words
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0002_leave'),
    ]

    operations = [
        migrations.RunSQL(
            sql="DELETE FROM identity_session WHERE kind = 'key'",
            reverse_sql='',
        ),
        migrations.RemoveConstraint(
            model_name='session',
            name='session_kind_is_known',
        ),
        migrations.RemoveField(
            model_name='session',
            name='kind',
        ),
        migrations.RemoveField(
            model_name='session',
            name='label',
        ),
        migrations.AddField(
            model_name='session',
            name='address',
            field=models.CharField(db_default='', default='', max_length=45),
        ),
        migrations.AddField(
            model_name='session',
            name='confirmed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='session',
            name='ended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='session',
            name='ended_why',
            field=models.CharField(db_default='', default='', max_length=20),
        ),
        migrations.AddField(
            model_name='session',
            name='method',
            field=models.CharField(db_default='', default='', max_length=40),
        ),
        migrations.AddField(
            model_name='session',
            name='step',
            field=models.CharField(db_default=chengmai.identity.words.Step['DONE'], default=chengmai.identity.words.Step['DONE'], max_length=10),
        ),
        migrations.AddField(
            model_name='session',
            name='user_agent',
            field=models.CharField(db_default='', default='', max_length=200),
        ),
        migrations.AddField(
            model_name='signinattempt',
            name='how',
            field=models.CharField(db_default='password', default='password', max_length=40),
        ),
        migrations.AddIndex(
            model_name='signinattempt',
            index=models.Index(fields=['at'], name='attempt_by_time'),
        ),
        migrations.AddField(
            model_name='session',
            name='delegation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='identity.delegation'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('step__in', [chengmai.identity.words.Step['DONE'], chengmai.identity.words.Step['FACTOR'], chengmai.identity.words.Step['PASSWORD'], chengmai.identity.words.Step['ENROL']])), name='session_step_is_known'),
        ),
    ]
