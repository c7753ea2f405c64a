"""The record of a tender: the BAHP as data, and what draws from it. Always in Bahasa Indonesia."""
