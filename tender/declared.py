"""What a rulebook declares of itself: the words of each thing that it names."""

from attrs import frozen

__all__ = ["Words"]


@frozen
class Words:
    """What something is called: in Indonesian, as a record prints it, and in English."""

    id: str
    en: str

    def said(self, lang: str) -> str:
        """The words in `lang`; English for any language that is not Indonesian."""
        return self.id if lang == "id" else self.en
