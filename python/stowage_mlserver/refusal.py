"""Why a model was not loaded, in the answer to whoever asked for it."""

from mlserver.errors import MLServerError

# An exception can hold a whole file.
LONGEST = 1000


class Refusal(MLServerError):
    """MLServer answers other exceptions with a bare 500, and says what they were in its log only."""

    def __init__(self, error: BaseException):
        text = " ".join(f"{type(error).__name__}: {error}".split())
        super().__init__(text[:LONGEST], 500)
