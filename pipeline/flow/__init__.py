"""Shapes, typed marks and the step table -> the flowchart as a graph; pure geometry, lengths in points."""
