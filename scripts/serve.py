"""Shows the site while you write: http://127.0.0.1:8000/."""

import sys

from bootstrap import run

sys.exit(run("-m", "mingbai", "serve", *sys.argv[1:]))
