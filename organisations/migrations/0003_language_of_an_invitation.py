"""The language that an invitation is written in, until that of the person is known."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisations", "0002_language_of_a_person")]

    operations = [
        migrations.AddField(
            "invitation",
            "language",
            models.CharField(
                "langue du message",
                max_length=2,
                choices=[("fr", "Français"), ("en", "Anglais")],
                blank=True,
                default="",
            ),
            preserve_default=False,
        ),
    ]
