"""The command `detente`, which comes with the package: the same as the program of that name."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Runs the command with the arguments of this process, and ends with its exit code."""
    # Ctrl+C ends the command as it ends any program; Python would only take note of it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What the command hands over to this package comes back to this Python.
    os.environ.setdefault("DETENTE_PYTHON", sys.executable)
    from ._detente import command

    sys.stdout.flush()
    sys.exit(command(["detente", *sys.argv[1:]]))


if __name__ == "__main__":
    main()
