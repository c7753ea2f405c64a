"""The law: dated values, rules with citations, and procedures as graphs. It knows the kernel."""

from tender_rules.rulebook import national

__all__ = ["national"]
