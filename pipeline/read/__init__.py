"""Bytes -> model: the only place that opens Word and Excel files."""
