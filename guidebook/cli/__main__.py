"""`python -m guidebook.cli`, which build.py runs once everything is in place."""

import sys

from guidebook.cli import main

sys.exit(main())
