"""`make bench`: every figure, as a table and as JSON in var/bench.json."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from deploy import postgresql
from deploy.console import VAR, end_as_by_ctrl_c, say
from tests.load import first_run, machine, served, storm, weight
from tests.load.table import table

# Pages that read all 47 answers, and where they are under the organisation's address.
PAGES = {"overview": "", "review": "review", "plan": "following/plan"}


def main() -> None:
    """Measure all, print the table, keep the JSON."""
    VAR.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=VAR, prefix="bench-") as folder:
        figures = measure(Path(folder))
    written = json.dumps(figures, indent=2, ensure_ascii=False)
    (VAR / "bench.json").write_text(written + "\n")
    say(written)
    say("\n" + table(figures))


def measure(folder: Path) -> dict[str, Any]:
    """All figures, with the machine they were measured on."""
    _tell("the machine and its disk")
    figures: dict[str, Any] = {"machine": machine.describe() | _fsyncs(folder)}
    _tell("two first runs")
    figures["make run, seconds"] = first_run.seconds()
    variables = served.environment(f"sqlite:///{folder / 'bench.sqlite3'}", folder)
    served.fill(variables)
    _tell("documents")
    figures["documents"] = served.ask("papers", variables)
    _tell("the coherence review")
    figures["coherence"] = served.ask("coherence", variables)
    _tell("the site on SQLite")
    figures["SQLite"] = site_figures(variables, whole=True)
    _tell("SQL queries")
    figures["queries"] = served.ask("queries", variables)
    _tell("the site on PostgreSQL")
    with postgresql.temporary() as url:
        variables = served.environment(url, folder)
        served.fill(variables)
        figures["PostgreSQL"] = site_figures(variables, whole=False)
    return figures


def site_figures(variables: dict[str, str], *, whole: bool) -> dict[str, Any]:
    """What one site does under load; `whole` adds what no database changes."""
    with served.serve(variables) as site:
        figures: dict[str, Any] = {"one client": _alone(site)}
        before = served.ask("counting", variables)["revisions"]
        figures["16 clients"] = storm.summary(storm.together(site))
        kept = served.ask("counting", variables)["revisions"] - before
        figures["16 clients"]["revisions_kept"] = kept
        if whole:
            figures["pages"] = _pages(site)
            figures["question page, kb"] = weight.question_page_kb(site)
        figures["worker_mb"] = max(map(served.resident_mb, site.workers))
    return figures


def _fsyncs(folder: Path) -> dict[str, float]:
    there = Path(tempfile.gettempdir())
    return {"fsync_ms": machine.fsync_ms(folder), "fsync_ms_postgresql": machine.fsync_ms(there)}


def _alone(site: served.Site) -> dict[str, Any]:
    tally = storm.alone(site)
    return {"p95_ms": storm.percentile(tally.took, 95), "errors": len(tally.refused)}


def _pages(site: served.Site) -> dict[str, Any]:
    took = {"question page": storm.read_questions(site)}
    took |= {what: storm.read_page(site, path) for what, path in PAGES.items()}
    return {f"{what}, p95_ms": storm.percentile(each, 95) for what, each in took.items()}


def _tell(what: str) -> None:
    sys.stderr.write(f"measuring {what}\n")


if __name__ == "__main__":
    end_as_by_ctrl_c()
    main()
