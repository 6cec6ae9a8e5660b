"""`python -m guidebook.cli`, which build.py runs once everything is in place."""

import sys

from guidebook.cli import main
from guidebook.storage.garbage import collect_seldom

collect_seldom()
sys.exit(main())
