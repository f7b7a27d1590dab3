"""The pages of the charter."""
