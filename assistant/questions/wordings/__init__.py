"""The many ways in which a question is put, each turned into the one that most questions are put in.

A module holds one kind of turn (courtesies, comparisons, a topic said first, …) and gives one function
from text to text. ``..in_full`` and ``..understand`` apply them in their order.
"""
