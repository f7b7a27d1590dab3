#!/usr/bin/env python
"""Every command of the project starts here."""

import os
import sys

from django.core.management import execute_from_command_line

from config.starting import refused_in_a_sentence

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with refused_in_a_sentence():
        execute_from_command_line(sys.argv)
