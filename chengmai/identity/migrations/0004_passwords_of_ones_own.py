import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0003_sessions_with_steps'),
    ]

    operations = [
        migrations.CreateModel(
            name='UsedPassword',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=255)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='person',
            name='must_change_password',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='person',
            name='password_changed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='usedpassword',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='used_passwords', to='identity.person'),
        ),
    ]
