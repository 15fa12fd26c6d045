"""How the shipped trees are made: from the development questions and the user's own reports."""
