"""Edits real records at random, ten thousand times, and looks at what is said of each: long.

python3 scripts/soak-reading.py 1000: so many cases. 1000 40: others, beginning with batch 40.
"""

import sys

from bootstrap import run

sys.exit(run("-m", "tests.fuzz.soak", *sys.argv[1:]))
