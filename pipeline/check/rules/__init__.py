"""One rule, one file, named after its code."""
