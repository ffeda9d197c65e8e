"""Draft -> Sop: identity, steps and the split of a file that holds several; pure."""
