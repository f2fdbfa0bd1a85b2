"""A file that is not a problem or a plan: where it goes wrong, with what value, and what would be right."""

from takt.calculation.wording import Language


class Refused(Exception):  # noqa: N818 - it is an answer, not an error
    """``path`` is like ``initiatives[3].money[0].dkk[2]``; empty when it is the file as a whole.

    ``message`` is the English sentence; ``message_da`` the Danish one (the English again when not given).
    """

    def __init__(self, path: str, message: str, message_da: str = "") -> None:
        super().__init__(path, message, message_da)
        self.path = path
        self.message = message
        self.message_da = message_da or message

    def in_language(self, language: Language) -> str:
        """The sentence alone, without the path."""
        return self.message_da if language == "da" else self.message

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message
