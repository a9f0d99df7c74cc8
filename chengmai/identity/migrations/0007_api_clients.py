import chengmai.identity.keys.words
import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0006_single_sign_on'),
    ]

    operations = [
        migrations.CreateModel(
            name='ApiClient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True)),
                ('purpose', models.CharField(default='', max_length=200)),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('sees_whole_city', models.BooleanField(default=False)),
                ('addresses', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=50), default=list, size=None)),
                ('per_minute', models.PositiveIntegerField(default=60)),
                ('per_day', models.PositiveIntegerField(default=10000)),
                ('state', models.CharField(default=chengmai.identity.keys.words.ClientState['PROPOSED'], max_length=10)),
                ('proposed_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ApiKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prefix', models.CharField(max_length=12, unique=True)),
                ('hash', models.CharField(max_length=64)),
                ('created_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('last_used_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ClientUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('requests', models.BigIntegerField(default=0)),
                ('refused', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.AddField(
            model_name='apiclient',
            name='decided_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.person'),
        ),
        migrations.AddField(
            model_name='apiclient',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.organisation'),
        ),
        migrations.AddField(
            model_name='apiclient',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='api_client', to='identity.person'),
        ),
        migrations.AddField(
            model_name='apiclient',
            name='proposed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.person'),
        ),
        migrations.AddField(
            model_name='apikey',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='identity.apiclient'),
        ),
        migrations.AddField(
            model_name='apikey',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.person'),
        ),
        migrations.AddField(
            model_name='clientuse',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='use', to='identity.apiclient'),
        ),
        migrations.AddConstraint(
            model_name='apiclient',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', [chengmai.identity.keys.words.ClientState['PROPOSED'], chengmai.identity.keys.words.ClientState['ACTIVE'], chengmai.identity.keys.words.ClientState['REVOKED']])), name='client_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='apiclient',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', chengmai.identity.keys.words.ClientState['ACTIVE']), _negated=True), ('decided_by__isnull', False), _connector='OR'), name='active_client_was_approved'),
        ),
        migrations.AddConstraint(
            model_name='apiclient',
            constraint=models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), ('state', chengmai.identity.keys.words.ClientState['REVOKED']), models.Q(('decided_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='client_approved_by_another'),
        ),
        migrations.AddConstraint(
            model_name='apikey',
            constraint=models.CheckConstraint(condition=models.Q(('hash__regex', '^[0-9a-f]{64}$')), name='api_key_keeps_only_a_hash'),
        ),
        migrations.AddConstraint(
            model_name='clientuse',
            constraint=models.UniqueConstraint(fields=('client', 'day'), name='one_count_per_client_and_day'),
        ),
    ]
