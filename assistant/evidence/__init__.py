"""A report made ready for matching, and how well a question's words fall on its figures and sentences."""
