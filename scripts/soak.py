"""Makes every printed form for 1,000 invented villages and tries every gate on each page: long.

python3 scripts/soak.py 200 sheet poster: fewer villages, some forms.
"""

import sys

from bootstrap import run

sys.exit(run("-m", "tests.soak", *sys.argv[1:]))
