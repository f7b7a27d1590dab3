"""Publics in their circles: who learns first, how far a message carries, what loops."""
