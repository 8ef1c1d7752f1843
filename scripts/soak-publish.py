"""Publishes 1,000 versions, each run killed at a random moment, while a reader reads: minutes.

python3 scripts/soak-publish.py 200 /mnt/disk: fewer, on another disk.
"""

import sys

from bootstrap import run

sys.exit(run("-m", "tests.publish_soak", *sys.argv[1:]))
