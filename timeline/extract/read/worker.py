"""A process of its own for work that hostile input can make endless: bounded in time and memory."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import threading
from contextlib import suppress
from importlib import import_module
from typing import Any

from timeline.model.errors import TimelineError, install_hint

__all__ = ["Worker", "main"]

_MEMORY = 1_500_000_000
_STARTING_SECONDS = 60.0
# Run as a module it would be imported twice: the package around it imports it, too. With -P nothing is imported from
# the folder that someone works in, which may be a stranger's.
_MAIN = f"from {__name__} import main; main()"


class Worker:
    """Calls a function in another process, one call at a time; a call that takes too long is an error, not a wait.

    Args:
        module: Where the function is.
        function: Its name; it takes and gives what JSON can say.
        what: What it reads, for messages.
        instead: What else a person can do where that takes too long.
    """

    def __init__(self, module: str, function: str, what: str = "page", instead: str = "") -> None:
        self._what, self._instead = what, instead
        self._command = [sys.executable, "-P", "-c", _MAIN, module, function, what]
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        atexit.register(self.stop)

    def call(self, value: dict[str, Any], seconds: float, where: str) -> dict[str, Any]:
        """What the function gives for a value.

        Raises:
            TimelineError: It took longer than so many seconds, ended the process, or failed; or the process did not
                begin.
        """
        with self._lock:
            process = self._running(where)
            late = threading.Event()
            timer = threading.Timer(seconds, _stop_late, (process, late))
            timer.start()
            try:
                answer = self._exchange(process, value)
            finally:
                timer.cancel()
            if answer is None:
                self.stop()
                why = f"it takes more than {seconds:g} seconds" if late.is_set() else "it takes too much memory"
                raise TimelineError(f"the {self._what} is skipped: {why} to read", hint=self._instead, path=where)
        if "error" in answer:
            raise TimelineError(answer["error"], hint=answer.get("hint", ""), path=where)
        return answer

    def stop(self) -> None:
        """End the process; the next call starts a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue

    def _running(self, where: str) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
            if self._ready(self._process) is None:
                self.stop()
                message = f"the {self._what} is skipped: the process that reads {self._what}s did not begin"
                raise TimelineError(message, path=where)
        return self._process

    def _ready(self, process: subprocess.Popen[bytes]) -> dict[str, Any] | None:
        """What the process says when it has begun, None if it ended or took too long."""
        timer = threading.Timer(_STARTING_SECONDS, process.kill)
        timer.start()
        try:
            return self._read(process)
        finally:
            timer.cancel()

    def _exchange(self, process: subprocess.Popen[bytes], value: dict[str, Any]) -> dict[str, Any] | None:
        try:
            assert process.stdin is not None
            process.stdin.write(json.dumps(value).encode() + b"\n")
            process.stdin.flush()
        except OSError:
            return None
        return self._read(process)

    def _read(self, process: subprocess.Popen[bytes]) -> dict[str, Any] | None:
        assert process.stdout is not None
        line = process.stdout.readline()
        answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return answer


def _stop_late(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _serve(module: str, function: str, what: str) -> None:
    """Answer calls on standard input until it ends; runs in the worker.

    Args:
        module: Where the function is that answers them.
        function: Its name.
        what: What it reads, for messages.
    """
    work = getattr(import_module(module), function)
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr
    _send(answers, {})
    for line in sys.stdin.buffer:
        try:
            answer = work(json.loads(line))
        except ImportError as error:
            answer = {
                "error": f"reading this needs the package {error.name}",
                "hint": install_hint("ingest"),
            }
        except MemoryError:
            break
        except Exception as error:
            answer = {"error": f"the {what} cannot be read ({type(error).__name__}: {str(error)[:200]})"}
        _send(answers, answer)


def _send(answers: Any, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _bound_memory() -> None:
    # Windows has no such bound, others refuse it: there, only the time is bounded.
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> None:
    """Begin the worker: the module, the function and what it reads are the arguments of the program."""
    _bound_memory()
    _serve(*sys.argv[1:4])
