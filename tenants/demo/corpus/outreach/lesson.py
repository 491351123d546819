"""One policy or law explained to residents, or advice for the season."""

from tenants.demo.corpus.stories import BOARD, Story
from tenants.demo.corpus.year import WHOLE, Window


def points(intro: str, *entries: str) -> str:
    return f"<p>{intro}</p><ul>{''.join(f'<li>{entry}</li>' for entry in entries)}</ul>"


def lesson(topic: str, titles: tuple[str, ...], lead: str, *facts: str, window: Window = WHOLE) -> Story:
    return Story(topic, titles, lead, facts, window, uses=len(titles), author=BOARD)
