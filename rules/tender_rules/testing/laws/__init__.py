"""Laws that whoever stores packages, or evaluates them elsewhere, holds their own system to.

Subclass one, give the one method that is yours, and let pytest collect the class:

    from tender_rules.testing.laws import EvaluatorLaws, StoreLaws

    class TestOurDatabase(StoreLaws):
        def kept(self, package):
            return our_database.load(our_database.save(package))

    class TestOurServer(EvaluatorLaws):
        def evaluated(self, package):
            return our_server.ask("evaluate", package_dict(package))["result"]

Each law is a test with a name that says what it holds. It tries 200 tenders of every procedure and
method, among them amounts that no `float` can hold, the same ones each time; `class
TestOurDatabase(StoreLaws, tries=20)` tries fewer. What fails is shrunk to the least tender that
fails, and told place by place; to find it takes seconds, and for what is rarely awaited some ten.
"""

from tender_rules.testing.laws.evaluators import EvaluatorLaws
from tender_rules.testing.laws.stores import StoreLaws

__all__ = ["EvaluatorLaws", "StoreLaws"]
