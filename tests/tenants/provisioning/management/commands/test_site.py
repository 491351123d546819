"""`manage.py site …`, as somebody at the console sees it."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from tenants.crossing import in_site
from tenants.provisioning.archives import dump_site
from tenants.provisioning.models import Template
from tenants.registry.models import Domain, Tenant
from tenants.registry.states import Lifecycle

Find = Callable[[str], Tenant]
CREATE = [
    "create",
    "Đại An",
    "--code=29491",
    "--code-from=2004-07-08",
    "--admin=an@demo.example",
    "--parent=huyen-tra-cu",
]


def site(*arguments: str | Path) -> str:
    """What the command writes."""
    output = StringIO()
    call_command("site", *arguments, stdout=output)
    return output.getvalue()


def refusal(*arguments: str | Path) -> str:
    with pytest.raises(CommandError) as caught:
        site(*arguments)
    return str(caught.value)


def test_the_list_is_a_table_for_people(db: None):
    lines = site("list").splitlines()
    assert [line.split()[:3] for line in lines] == [
        ["huyen-tra-cu", "active", "849"],
        ["xa-dinh-an", "active", "29494"],
        ["thi-tran-dinh-an", "active", "29462"],
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["suspend", "{slug}", "--reason=Bảo trì"],
        ["resume", "{slug}"],
        ["archive", "{slug}"],
        ["rename", "{slug}", "Đại Phước"],
        ["invite", "{slug}", "a@b.vn"],
        ["domain", "add", "{slug}", "a.vn"],
        ["delete", "{slug}", "--confirm=Xã Không Có"],
    ],
)
@pytest.mark.parametrize("slug", ["xa-khong-co", "Xã Định An", "29494", ""])
def test_a_site_that_does_not_exist_is_told(db: None, arguments: list[str], slug: str):
    message = f"There is no site {slug!r}; `manage.py site list` names them all."
    assert refusal(*(word.format(slug=slug) for word in arguments)) == message


def test_suspend_takes_a_notice_and_a_date(commune: Tenant):
    assert site("suspend", "xa-dinh-an", "--reason=Bảo trì", "--until=2023-11-30") == (
        "Xã Định An: active → suspended\n"
    )
    change = commune.changes.first()
    assert (change.by, change.reason, str(change.expected_until)) == ("manage.py site", "Bảo trì", "2023-11-30")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["suspend", "xa-dinh-an"], "reason: Say to visitors why the site is closed."),
        (
            ["suspend", "xa-dinh-an", "--reason=x", "--until=2023-10-30"],
            "expected_until: The date of return has passed.",
        ),
        (["resume", "xa-dinh-an"], "Xã Định An is Active and can't become Active."),
        (
            ["rename", "xa-dinh-an", "Xã Đại An"],
            "name: Leave the kind of unit out of the name: it is chosen beside it.",
        ),
        (["invite", "xa-dinh-an", "a@b.vn"], "email: a@b.vn does not wait for an invitation."),
        (
            ["invite", "xa-dinh-an", "editor@demo.example"],
            "email: editor@demo.example does not wait for an invitation.",
        ),
        (["domain", "remove", "xa-dinh-an", "a.vn"], "host: a.vn does not lead to this site."),
        (["delete", "xa-dinh-an", "--confirm=Định An"], "The name does not match: nothing was deleted."),
        (
            ["delete", "huyen-tra-cu", "--confirm=Huyện Trà Cú"],
            "Huyện Trà Cú runs the board of Xã Định An, Thị trấn Định An: delete those sites first.",
        ),
    ],
)
def test_what_is_refused_is_refused_in_one_sentence(db: None, arguments: list[str], message: str):
    assert refusal(*arguments) == message


def test_a_site_goes_and_comes_back(commune: Tenant):
    site("suspend", "xa-dinh-an", "--reason=Bảo trì")
    assert site("resume", "xa-dinh-an") == "Xã Định An: suspended → active\n"


def test_an_archived_site_keeps_its_reason(commune: Tenant):
    assert site("archive", "xa-dinh-an", "--reason=Sáp nhập") == "Xã Định An: active → archived\n"
    assert commune.changes.first().reason == "Sáp nhập"


def test_a_renamed_site_is_told_by_its_short_name(db: None):
    assert site("rename", "xa-dinh-an", "Đại Phước") == "xa-dinh-an is Xã Đại Phước now.\n"


def test_an_added_address_stands_in_the_list_that_follows(db: None):
    assert site("domain", "add", "xa-dinh-an", "dinh-an.tracu.localhost") == (
        "xa-dinh-an.tracu.localhost (primary)\ndinh-an.tracu.localhost\n"
    )


def test_an_address_becomes_primary(db: None):
    assert site("domain", "add", "xa-dinh-an", "dinh-an.tracu.localhost", "--primary") == (
        "dinh-an.tracu.localhost (primary)\nxa-dinh-an.tracu.localhost\n"
    )


def test_a_removed_address_stands_no_longer_in_the_list(commune: Tenant):
    Domain.objects.create(tenant=commune, host="dinh-an.tracu.localhost")
    assert site("domain", "remove", "xa-dinh-an", "dinh-an.tracu.localhost") == "xa-dinh-an.tracu.localhost (primary)\n"


def test_a_lost_invitation_is_sent_again(commune: Tenant, town: Tenant):
    for tenant in (town, commune):
        with in_site(tenant):
            user = User.objects.create_user("moi@demo.example")
    assert site("invite", "xa-dinh-an", " Moi@demo.example") == "The worker sends the link.\n"
    task = DBTaskResult.objects.latest("enqueued_at")
    assert task.args_kwargs["args"] == [commune.schema_name, "accounts.tasks.send_invitation", [user.pk], {}]


def test_an_invitation_that_is_refused_is_not_sent(commune: Tenant):
    before = DBTaskResult.objects.count()
    refusal("invite", "xa-dinh-an", "editor@demo.example")
    assert DBTaskResult.objects.count() == before


def test_without_a_template_that_fits_the_next_command_is_named(own_database: str):
    Template.objects.update(fingerprint="of yesterday")
    assert refusal(*CREATE) == "The template of new sites is not up to date: run `manage.py upgrade`."


def test_a_deleted_site_is_restored_from_the_folder_that_was_named(own_database: str, find: Find):
    said = site("delete", "xa-dinh-an", "--confirm=Xã Định An")
    folder = said.splitlines()[-1].removeprefix("Deleted. Its dump lies in ")
    assert site("restore", folder).splitlines()[-1] == (
        "Xã Định An is back, suspended: `site resume xa-dinh-an` opens it."
    )
    assert find("xa-dinh-an").lifecycle == Lifecycle.SUSPENDED


def test_the_full_name_is_asked_for_where_it_is_missing(own_database: str, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "Xã Định An")
    site("delete", "xa-dinh-an")
    assert asked == ["To delete this site with all its pages and files, type its full name (Xã Định An): "]


def test_a_restoration_over_a_site_that_stands_is_refused(town: Tenant):
    assert refusal("restore", dump_site(town)) == "A site with the same id (3) stands already."


def test_a_folder_that_is_no_dump_is_refused(db: None, tmp_path: Path):
    assert refusal("restore", tmp_path) == (
        f"{tmp_path} is not a complete dump: site.json, schema.sql, media.tar.gz missing."
    )
