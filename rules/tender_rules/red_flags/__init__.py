"""Red flags by their published numbers, as figures of one tender or of many; none is a verdict."""
