"""Every news story, and those that a commune may tell of itself."""

from tenants.demo.corpus.stories import Story

from . import charity, culture, economy, fields, health, office, order, politics, schools, spring, unions, youth

_ROOMS = (politics, spring, fields, health, schools, youth, unions, charity, order, culture, office, economy)

NEWS: tuple[Story, ...] = tuple(story for room in _ROOMS for story in room.STORIES)
LOCAL: tuple[Story, ...] = tuple(story for story in NEWS if story.local)
