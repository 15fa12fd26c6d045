"""Whether what a sentence says is borne out by the evidence that it cites."""
