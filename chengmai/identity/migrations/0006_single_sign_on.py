import chengmai.kernel.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0005_second_factors'),
    ]

    operations = [
        migrations.CreateModel(
            name='Provider',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=30, unique=True)),
                ('name', models.CharField(max_length=60)),
                ('issuer', models.CharField(max_length=255)),
                ('client_id', models.CharField(max_length=255)),
                ('client_secret', chengmai.kernel.fields.SealedTextField(context='oidc.client_secret', null=True)),
                ('scope', models.CharField(default='openid profile', max_length=200)),
                ('claim', models.CharField(default='preferred_username', max_length=60)),
                ('algorithms', models.JSONField(default=list)),
                ('skew_seconds', models.PositiveSmallIntegerField(default=60)),
                ('second_factor', models.BooleanField(default=False)),
                ('active', models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name='ProviderLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=255)),
                ('created_at', models.DateTimeField()),
                ('last_used_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name='providerlink',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='identity.person'),
        ),
        migrations.AddField(
            model_name='providerlink',
            name='provider',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='identity.provider'),
        ),
        migrations.AddConstraint(
            model_name='providerlink',
            constraint=models.UniqueConstraint(fields=('provider', 'subject'), name='one_person_per_subject'),
        ),
        migrations.AddConstraint(
            model_name='providerlink',
            constraint=models.UniqueConstraint(fields=('provider', 'person'), name='one_subject_per_person'),
        ),
    ]
