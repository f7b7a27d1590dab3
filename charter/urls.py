"""The addresses of the charter."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
