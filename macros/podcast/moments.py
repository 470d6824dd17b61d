"""How a moment in a recording is written, on a page, in the feed and in a chapter."""


def clock(seconds: float) -> str:
    """Give the whole seconds from the start as people write them: `1:23`, or `1:02:03`."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
