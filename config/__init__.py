"""The project's settings, addresses and server entry point.

Debian's SQLite has the WAL-reset bug (sqlite.org/wal.html, versions before 3.51.3), so
the one bundled with pysqlite3 takes its place, here, before any other module asks for it.
"""

import sys

import pysqlite3

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
