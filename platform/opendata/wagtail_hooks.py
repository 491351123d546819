from wagtail import hooks

from links.sources import LinkSource
from opendata.links import OPEN_DATA


@hooks.register("link_sources")
def offer_links() -> LinkSource:
    return OPEN_DATA
