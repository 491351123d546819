"""`manage.py site …`, as somebody at the console sees it."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

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

NO_ACCOUNT = "xa-dinh-an has no account a@b.vn: its people are entered on the site itself, under Settings → Users."


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
    assert [line.split()[:4] for line in lines] == [
        ["huyen-tra-cu", "active", "849", "–"],
        ["xa-dinh-an", "active", "29494", "huyen-tra-cu"],
        ["thi-tran-dinh-an", "active", "29462", "huyen-tra-cu"],
    ]


def test_a_commune_comes_below_the_only_board_there_is(own_database: str, find: Find):
    said = site(*CREATE[:-1])
    assert "Xã Đại An (xa-dai-an) is live at http://xa-dai-an.tracu.localhost:8000/" in said
    assert f"to choose a password, as a file in {settings.EMAIL_FILE_PATH}, to an@demo.example." in said
    assert find("xa-dai-an").parent_id == find("huyen-tra-cu").pk


def test_a_refused_creation_tells_no_step(own_database: str):
    output = StringIO()
    with pytest.raises(CommandError):
        call_command("site", *CREATE, "--kind=town", "--host=xa-dinh-an.tracu.localhost", stdout=output)
    assert output.getvalue() == ""


@pytest.mark.parametrize("place", ["", "mail.example.gov.vn"])
def test_where_mail_goes_to_files_that_is_said(commune: Tenant, settings: Settings, place: str):
    settings.EMAIL_HOST = place
    with in_site(commune):
        User.objects.create_user("moi@demo.example")
    assert ("as a file in" in site("invite", "xa-dinh-an", "moi@demo.example")) == (not place)


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
        "Xã Định An is suspended: visitors read the notice and 30/11/2023 as the day of return, staff may sign in.\n"
        "`site resume xa-dinh-an` opens it again.\n"
    )
    change = commune.changes.first()
    assert (change.by, change.reason, str(change.expected_until)) == ("manage.py site", "Bảo trì", "2023-11-30")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["suspend", "xa-dinh-an"], "--reason: Say to visitors why the site is closed."),
        (
            ["suspend", "xa-dinh-an", "--reason=x", "--until=2023-10-30"],
            "--until: The date of return has passed.",
        ),
        (["resume", "xa-dinh-an"], "Xã Định An is active already."),
        (
            ["rename", "xa-dinh-an", "Xã Đại An"],
            "name: Leave the kind of unit out of the name: it is chosen beside it.",
        ),
        (["invite", "xa-dinh-an", "a@b.vn"], NO_ACCOUNT),
        (
            ["invite", "xa-dinh-an", "editor@demo.example"],
            "editor@demo.example has chosen a password on xa-dinh-an already; the page to sign in offers another one.",
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
    assert site("resume", "xa-dinh-an") == (
        "Xã Định An is in full service again at http://xa-dinh-an.tracu.localhost:8000/\n"
    )


def test_an_archived_site_keeps_its_reason(commune: Tenant):
    assert site("archive", "xa-dinh-an", "--reason=Sáp nhập").startswith("Xã Định An is archived: everybody may read")
    assert commune.changes.first().reason == "Sáp nhập"


def test_a_renamed_site_is_told_by_its_short_name(db: None):
    assert site("rename", "xa-dinh-an", "Đại Phước") == (
        "xa-dinh-an is Xã Đại Phước now. Its short name and its address stay as they were.\n"
    )


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
    assert site("invite", "xa-dinh-an", " Moi@demo.example").endswith("to Moi@demo.example.\n")
    *asked_for, _ = DBTaskResult.objects.latest("enqueued_at").args_kwargs["args"]
    assert asked_for == [commune.schema_name, "accounts.tasks.send_invitation", [user.pk], {}]


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


@pytest.mark.parametrize("slug", ["huyen-tra-cu", "xa-khong-co"])
def test_what_is_refused_anyway_is_refused_before_the_question(db: None, monkeypatch: pytest.MonkeyPatch, slug: str):
    monkeypatch.setattr("builtins.input", lambda question: pytest.fail("asked"))
    assert refusal("delete", slug)


def test_a_restoration_over_a_site_that_stands_is_refused(town: Tenant):
    assert refusal("restore", dump_site(town)) == "A site with the same id (3) stands already."


def test_a_folder_that_is_no_dump_is_refused(db: None, tmp_path: Path):
    assert refusal("restore", tmp_path) == (
        f"{tmp_path} is not a complete dump: site.json, schema.sql, media.tar.gz missing."
    )
