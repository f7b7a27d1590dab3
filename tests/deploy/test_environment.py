"""The virtual environment, which may be a link to one that several copies share."""

from deploy import environment
from deploy.console import ROOT


def test_environment_is_where_its_link_leads():
    assert (environment.VENV.is_symlink(), environment.VENV.is_dir()) == (False, True)
    assert environment.VENV.samefile(ROOT / ".venv")
    assert environment.program("ruff") == str(environment.VENV / "bin" / "ruff")
