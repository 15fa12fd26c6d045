"""Answers that another report gives: that of the place above, or that of a later year."""
