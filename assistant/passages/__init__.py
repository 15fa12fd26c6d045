"""Answers in a report's own sentences: which ones tell, and where what they begin ends."""
