"""What staff type: `manage.py` commands."""
