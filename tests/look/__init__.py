"""Measures what finished files look like, and draws contact sheets of them: `python3 -m tests.look OUTPUT`.

Never a test: a page may be half empty with good reason. What must never be is asserted in `test_zeros.py`.
"""
