"""A workbook -> the master inventory: columns by their headings, rows for what they are, each row accounted for."""
