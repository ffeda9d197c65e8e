"""Sops + Inventory -> Reconciliation: which draft answers which row, what differs, who wins; pure."""
