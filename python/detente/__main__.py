"""`python -m detente` is the command `detente`."""

from ._command import main

main()
