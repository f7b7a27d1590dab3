"""`make test` and `make bench`: what must be there first, then the programs themselves."""

from deploy import environment, machine, site
from deploy.console import StopError, run

# One more than the two cores that it is timed on: a test in a browser waits half of its time.
PYTEST = (environment.PYTHON, "-m", "pytest", "-q", "-n", "3", "--dist", "loadfile")


def test() -> None:
    """Run every test; StopError when one fails."""
    prepare()
    pytest()


def prepare() -> None:
    """Make what tests need: packages, drawn files, a browser where one can be had."""
    environment.prepare(development=True)
    site.prepare_files()
    machine.browser()


def pytest(**changed: str) -> None:
    """Run the suite in this environment, changed as told; StopError when a test fails."""
    found = {"CHROMIUM": machine.browser() or "", "DEMONSTRATION": "true"}
    if run(PYTEST, **found | changed):
        raise StopError("Tests failed: their names are above.")


def bench() -> None:
    """Measure, and print the figures."""
    environment.prepare(development=True)
    site.prepare_files()
    if run((environment.PYTHON, "-m", "tests.load")):
        raise StopError("The measures were not all made: the reason is above.")
