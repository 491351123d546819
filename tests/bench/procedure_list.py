"""How fast the list of procedures answers where the catalogue holds as many as the country has. Runs inside Django."""

import datetime
import random
import re
from collections.abc import Iterator

from django.db import connection, transaction
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from procedure_catalogue.actions import DecisionText
from procedure_catalogue.actions_publish import Entry, publish_many
from procedure_catalogue.models import LifeEvent, Procedure, ProcedureField
from procedure_catalogue.reading import read_content
from procedure_catalogue.states import Online
from tenants.crossing import all_tenants, in_site
from tests.bench.records import Searched
from tests.bench.register import ask_often

DAY = datetime.date(2023, 1, 1)
AGENCIES = 60
PAGE = "/thu-tuc/"
COUNT = re.compile(r'class="count">\s*([\d.,]+)')
WORDS = (  # noqa: SIM905 - read as the sentences they are from
    "đăng ký khai sinh khai tử kết hôn cấp lại giấy phép chứng thực bản sao hợp đồng giao dịch đất đai cấp giấy chứng "
    "nhận quyền sử dụng đất hỗ trợ trợ cấp xã hội người có công thành lập hợp tác xã hộ kinh doanh xây dựng nhà ở "
    "tạm trú thường trú tín ngưỡng tôn giáo khen thưởng khiếu nại tố cáo thủy lợi đường thủy nội địa"
).split()
QUESTIONS = {
    "the first page": "",
    "the last page": "trang=315",
    "a code": "q=8.000123",
    "part of a code": "q=0012",
    "two words": "q=khai+sinh",
    "a word that most contain": "q=dang",
    "a field": "linh-vuc=ho-tich",
    "a life event": "su-kien=birth",
    "a level": "cap=district",
    "online": "truc-tuyen=full",
    "an agency": "co-quan=C%C6%A1+quan+17",
    "a letter": "chu=%C4%90",
    "words, field, level, online": "q=giay&linh-vuc=ho-tich&cap=commune&truc-tuyen=partial",
}


def measure_procedures(*, host: str, procedures: int) -> list[Searched]:
    """Fills the catalogue up to that many, nearly all shown by the first site, and asks each question often."""
    with in_site(all_tenants()[0]):
        _fill(procedures)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    name, _, port = host.partition(":")
    browser = Client(SERVER_NAME=name, SERVER_PORT=port)
    return [ask_often(browser, label, f"{PAGE}?{question}", COUNT, procedures) for label, question in QUESTIONS.items()]


def _fill(number: int) -> None:
    by = User.objects.filter(groups__name=Role.ADMINISTRATOR.value).order_by("pk")[0]
    decision = DecisionText(number="01/QĐ-ĐO", issued_on=DAY, issuer="Đo lường")
    with transaction.atomic():
        publish_many(entries=_entries(number), decision=decision, valid_from=DAY, by=by)


def _entries(number: int) -> Iterator[Entry]:
    chance = random.Random(number)  # noqa: S311 - the same procedures each time
    fields = list(ProcedureField.objects.values_list("key", flat=True))
    events = list(LifeEvent.objects.values_list("key", flat=True))
    for count in range(number - Procedure.objects.count()):
        agency = f"Cơ quan {chance.randrange(AGENCIES)}"
        words = {
            "name": " ".join(chance.choices(WORDS, k=12)).capitalize(),
            "field": chance.choice(fields),
            "levels": ["district", *chance.sample(["commune", "province"], k=chance.randrange(3))],
            "deciding_agency": agency,
            "performing_agencies": [agency],
            "online": chance.choice(Online.values),
            "steps": [{"text": " ".join(chance.choices(WORDS, k=60))} for __ in range(4)],
            "dossier": [{"name": " ".join(chance.choices(WORDS, k=12)), "originals": 1} for __ in range(5)],
            "ways": [{"channel": "counter", "time_limit": "5 ngày", "fee": "Không"}],
        }
        content = read_content(words)
        yield Entry(f"8.{count:06}", content, None, life_events=(chance.choice(events),))
