"""The board sees whether the installation works, and which work fails where; nobody else does."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.roles import Role
from tenants.crossing import SiteFailure
from tenants.isolation.jobs import Rounds, Timer, run_if_claimed
from tenants.isolation.models import Heartbeat
from tenants.isolation.schedule import timers
from tenants.oversight.health import LABELS
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
SCREEN, JSON = "/admin/oversight/health/", "/admin/oversight/health.json"


def test_every_piece_of_work_has_a_name_for_people():
    assert {timer.name for timer in timers()} == set(LABELS)


def test_the_board_sees_that_all_is_well(district: Tenant, visit: Visit):
    Heartbeat.objects.create(worker_id="alive")
    page = visit(district, Role.ADMINISTRATOR).get(SCREEN)
    assert page.context["troubles"] == []
    assert "Mọi thứ hoạt động tốt." in page.content.decode()
    assert len(page.context["jobs"]) == len(timers())


def test_the_board_sees_which_site_fails_and_since_when(district: Tenant, commune: Tenant, visit: Visit):
    found = Rounds([district], [SiteFailure(commune, RuntimeError("broken"))])
    run_if_claimed(Timer("publish what is due", 60, lambda: found), process="one")
    browser = visit(district, Role.ADMINISTRATOR)
    page = browser.get(SCREEN)
    assert [line.label for line in page.context["troubles"]] == ["Tiến trình nền", "Đăng và gỡ bài đến hạn"]
    words = page.content.decode()
    assert f"<strong>{commune.full_name}</strong>: bị lỗi từ" in words
    assert "RuntimeError: broken" in words
    (job,) = browser.get(JSON).json()["jobs"]
    assert job["failing_sites"][0]["site"] == commune.full_name


@pytest.mark.parametrize("path", [SCREEN, JSON])
def test_nobody_else_sees_it(district: Tenant, commune: Tenant, visit: Visit, path: str):
    assert visit(commune, Role.ADMINISTRATOR).get(path).status_code == 404
    assert visit(district, Role.APPROVER).get(path).status_code == 302
    assert visit(district).get(path).status_code == 302
