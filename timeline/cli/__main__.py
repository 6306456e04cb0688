"""`python -m timeline.cli` is the command `timeline`."""

import sys

from timeline.cli import main

sys.exit(main())
