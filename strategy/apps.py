"""The app of strategy."""

from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "strategy"
