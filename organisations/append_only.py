"""Rows that tell what was done: nobody changes them afterwards."""

from typing import Any

from django.db import models


class AppendOnly(models.Model):
    """A line that is written once, and never changed afterwards."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new line; raises TypeError on one already written."""
        if self.pk is not None:
            raise TypeError(f"{type(self).__name__} is append-only.")
        super().save(*args, **kwargs)
