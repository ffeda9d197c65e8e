"""Outcome -> the office's papers in Word, each from a template in `templates/` that the office edits in Word."""
