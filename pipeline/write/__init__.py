"""Outcome -> files: the workbook, the master, the report and the drafts sent back."""
