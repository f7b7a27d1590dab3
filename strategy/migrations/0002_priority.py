import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0001_first_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Priority',
            fields=[
                ('strategy', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='strategy.strategy')),
                ('row', models.CharField(max_length=12)),
                ('objective', models.CharField(max_length=40)),
            ],
        ),
    ]
