"""Answers from 责任分解 notices: who is responsible for what, and until when."""
