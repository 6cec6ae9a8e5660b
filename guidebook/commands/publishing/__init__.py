"""A finished site put where visitors see it: into a web server's folder, onto a branch, into a ZIP.

Separate from the other commands, for each way out has a module of its own, and one judges for all what may go out.
"""
