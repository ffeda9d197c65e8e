"""How alike two titles, two steps or two SOPs are: what judging and reconciling both need."""
