"""A flow -> its chart, laid over the step table: rows, pages, symbols, and a way for each arrow."""
