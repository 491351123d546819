"""Departments and people for the tests of this room."""

import datetime
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from organisation.models import Department, Person, Post

PAGE = "/gioi-thieu/to-chuc-bo-may/"
TODAY = datetime.date(2023, 10, 31)
DAY = datetime.timedelta(days=1)


def department(name: str = "Ủy ban nhân dân xã", parent: Department | None = None, **facts: Any) -> Department:
    one = Department(name_vi=name, parent=parent, **facts)
    one.full_clean()
    one.save()
    return one


def person(name: str = "Thạch Văn Mẫu", **facts: Any) -> Person:
    one = Person(name=name, **facts)
    one.save()
    return one


def post(holder: Person, where: Department, title: str = "Chủ tịch", **facts: Any) -> Post:
    one = Post(person=holder, department=where, title=title, **facts)
    one.full_clean()
    one.save()
    return one


def main(browser: Client, path: str = PAGE) -> BeautifulSoup:
    answer = browser.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main
