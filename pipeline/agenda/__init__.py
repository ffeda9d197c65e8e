"""The pleno's agenda: who is invited, what is discussed, how the hours are shared, what is owed afterwards; pure."""
