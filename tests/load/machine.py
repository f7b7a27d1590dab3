"""What the figures were measured on."""

import os
import platform
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import django
import pysqlite3

SYNCS = 200


def describe() -> dict[str, Any]:
    """Processor, memory, system and versions, in words and numbers."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "django": django.get_version(),
        "sqlite": pysqlite3.sqlite_version,
    }


def fsync_ms(folder: Path) -> float:
    """How long the disk of a folder takes to make one small write durable: the median."""
    times = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _turn in range(SYNCS):
            file.write(b"0" * 4096)
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            times.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(times), 3)


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    named = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unknown")
