"""Answers that the user's own model words: the endpoint, the prompts, and what becomes of its text."""
