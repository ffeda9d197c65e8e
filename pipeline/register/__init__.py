"""The memory between runs, in SQLite: rounds, their files and matters, and every decision; only this room knows SQL."""
