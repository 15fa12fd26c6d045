"""Answers before they are checked: drafts, citations, and how figures and refusals are worded."""
