"""Decisions of the office: what can be decided, what was, and what follows from it."""
