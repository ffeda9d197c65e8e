"""Golden charts: known graphs drawn over the real cells of step tables, in every way that offices draw them."""
