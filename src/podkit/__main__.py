"""Starts the ``podkit`` command; ``python -m podkit`` is the same."""

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command, or say what to install where its libraries are missing."""
    try:
        from podkit.cli import main as command  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as error:
        sys.exit(f"podkit: there is no {error.name}; install it with: pip install 'podkit[cli]'")
    command()


if __name__ == "__main__":
    main()
