"""What the runs of a forge do (GitHub, GitLab, Forgejo): a pack for each visit that is saved.

Separate from the commands that people type: here a forge says what is asked for, and no git is started
(`docs/decisions/0033-from-form-to-paper.md`).
"""
