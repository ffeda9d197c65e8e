"""SOPs -> findings: the rules that judge; pure."""
