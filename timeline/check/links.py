"""Whether an address on the web answers."""

from __future__ import annotations

from timeline.model.errors import TimelineError
from timeline.web import Web

__all__ = ["failure"]

_WEB = Web()
_NOT_THERE = 400
# Some servers refuse to answer programs, or this kind of question; the page is there all the same.
_REFUSED = (401, 403, 405, 429)


def failure(url: str, web: Web = _WEB) -> str:
    """Why an address does not answer, "" if it does. Redirections count as answers and are not followed.

    >>> failure("http://127.0.0.1/")
    "'127.0.0.1' is at 127.0.0.1, which is no public address"
    """
    try:
        with web.answer("HEAD", url) as response:
            status = response.status
    except TimelineError as error:
        return error.message
    return f"status {status}" if status >= _NOT_THERE and status not in _REFUSED else ""
