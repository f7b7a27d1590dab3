"""The app of organisations."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "organisations"
