"""The days of a tender: from when until when something may be done, or has to be."""
