"""Builds again under some thirty conditions that may change nothing, then kills 30 builds: long.

python3 scripts/soak-rebuild.py day umask: only these conditions. kills 100: only so many kills.
"""

import sys

from bootstrap import run

sys.exit(run("-m", "tests.rebuild", *sys.argv[1:]))
