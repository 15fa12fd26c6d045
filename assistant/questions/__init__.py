"""What a question says: its places, times, words and kind; what a follow-up takes from the ones before."""
