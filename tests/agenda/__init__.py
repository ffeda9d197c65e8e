"""Tests of the pleno's agenda."""
