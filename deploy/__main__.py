"""`python -m deploy <verb>`: the lines of the Makefile."""

import sys

from deploy import checks, postgresql, serve, suite
from deploy.console import StopError, end_as_by_ctrl_c, say

VERBS = {
    "run": serve.run,
    "test": suite.test,
    "test-postgresql": postgresql.test,
    "check": checks.check,
    "fix": checks.fix,
    "messages": checks.messages,
    "bench": suite.bench,
}

if __name__ == "__main__":
    end_as_by_ctrl_c()
    try:
        VERBS[sys.argv[1]]()
    except StopError as stop:
        say(f"\n{stop}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
