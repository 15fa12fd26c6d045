"""Answers that are figures: which facts a question means, one, several, compared or reckoned."""
