"""What a browser shows: the pages and the messages on them. ``ui.py`` serves them."""
