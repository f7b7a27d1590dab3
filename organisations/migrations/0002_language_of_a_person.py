"""In which language a person reads, for the mails that they did not ask for."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_first_tables")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="language",
            field=models.CharField(
                blank=True, default="", editable=False, max_length=2, verbose_name="langue"
            ),
            preserve_default=False,
        ),
    ]
