"""Values on their way into a table that an office opens with Excel."""

# What makes a spreadsheet program run a cell instead of showing it.
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: object) -> str:
    """A text as a text: what a stranger typed into a form is never a formula."""
    written = str(text)
    return f"'{written}" if written.startswith(BEGINS_A_FORMULA) else written
