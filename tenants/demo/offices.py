"""Departments, people and posts of the demo year, on the site that is current."""

from organisation.models import Department, Person, Post
from tenants.demo.corpus.introductions import UnitTexts
from tenants.demo.corpus.offices import HOURS, PHONE, TITLES, Desk, Held

People = dict[str, Person]


def write_office(office: Desk, texts: UnitTexts) -> int:
    """Enter the office on a site that has none, and say how many units it has."""
    if Department.objects.exists():
        return 0
    names = {"name_km": texts.name_km, "name_en": texts.name_en, "address": texts.address}
    return _write(office, None, 1, {}, names)


def _write(desk: Desk, above: Department | None, position: int, people: People, facts: dict[str, str]) -> int:
    unit = Department(
        name_vi=desk.name, tasks_vi=desk.tasks, parent=above, position=position, phone=PHONE, hours=HOURS, **facts
    )
    unit.full_clean()
    unit.save()
    for place, held in enumerate(desk.posts, start=1):
        _give(held, unit, place, people)
    return 1 + sum(_write(lower, unit, place, people, {}) for place, lower in enumerate(desk.below, start=1))


def _give(held: Held, unit: Department, position: int, people: People) -> None:
    """One person with two posts is one person."""
    if held.name not in people:
        people[held.name] = Person(name=held.name, biography="Nhân vật minh họa của dữ liệu demo.")
        people[held.name].save()
    post = Post(
        person=people[held.name],
        department=unit,
        title=held.title,
        title_km=TITLES[held.title][0],
        title_en=TITLES[held.title][1],
        duty=held.duty,
        duties=held.duties,
        position=position,
        phone=PHONE,
        email=f"demo-{unit.pk}-{position}@example.vn",
        since=held.since,
        until=held.until,
    )
    post.full_clean()
    post.save()
