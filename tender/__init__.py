"""The kernel: what a tender is, how an evaluation runs, what it leaves behind.

It knows no law and no screen: `tender_rules` holds the law, `tender_cli` the face.
"""

__version__ = "0.1.0"
