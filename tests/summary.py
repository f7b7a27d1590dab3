"""Where no browser can be had, browser tests are skipped and the last lines say so."""

import pytest

from deploy import machine

CHROMIUM = machine.found_browser()
NO_BROWSER = "no Chromium on this machine"


def pytest_collection_modifyitems(items):
    if CHROMIUM is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """Say it after pytest's own last line."""
    reporter = config.pluginmanager.getplugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput"):
        return
    skipped = [report for report in reporter.getreports("skipped") if "browser" in report.keywords]
    if skipped:
        reporter.write_line(f"{len(skipped)} browser tests were NOT run: {NO_BROWSER}.")
        reporter.write_line("To run them too: sudo apt-get install chromium, then make test")
