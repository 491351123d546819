"""The tables of this room: departments, people and their posts, and the page on which the public reads them."""

from organisation.departments import Department
from organisation.page import OrganisationPage
from organisation.people import Person, Post

__all__ = ["Department", "OrganisationPage", "Person", "Post"]
