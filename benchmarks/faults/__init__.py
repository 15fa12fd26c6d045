"""Faults made on purpose, and what becomes of the store: ``make faults``, and a share of it in the tests."""
