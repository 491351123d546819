"""Two officers write at the very same time, each over a connection of its own."""

import threading

from django.db import connections

from accounts.models import User
from accounts.roles import Role
from citizens.actions import ChangedMeanwhile, ask, write_answer
from citizens.models import Question
from tenants.crossing import in_site
from tests import cast
from tests.conftest import find_tenant

TEXTS = {Role.EDITOR: "Câu thứ nhất", Role.APPROVER: "Câu thứ hai"}


def test_one_of_two_answers_is_kept_and_the_other_officer_is_told(own_database: str):
    commune, start = find_tenant(cast.COMMUNE), threading.Barrier(len(TEXTS))
    with in_site(commune):
        question = ask(subject="Phí chợ", body="?", name="Thạch Sơn", fingerprint="a", language="vi")
    told: dict[Role, str] = {}

    def answer(role: Role) -> None:
        try:
            with in_site(commune):
                by = User.objects.get(email=cast.address_of(role))
                start.wait(timeout=30)
                try:
                    write_answer(question=question, answer=TEXTS[role], by=by, seen=0)
                except ChangedMeanwhile as meanwhile:
                    told[role] = meanwhile.current.answer
        finally:
            connections.close_all()

    threads = [threading.Thread(target=answer, args=[role]) for role in TEXTS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with in_site(commune):
        kept = Question.objects.get()
    assert len(told) == 1
    assert [kept.answer] == list(told.values())
    assert kept.answer == next(text for role, text in TEXTS.items() if role not in told)
    assert kept.version == 1
