"""Seconds and memory of importing a whole national catalogue of procedures. Runs inside Django."""

import json
import resource
import time
import uuid
import zipfile
from tempfile import TemporaryFile
from typing import IO

from django.core.files.base import File

from accounts.models import User
from accounts.roles import Role
from importing import actions
from importing.models import Import
from importing.registers import register_named
from procedure_imports.register import REGISTER_KEY
from tenants.crossing import all_tenants
from tenants.isolation.logins import as_site
from tests.bench.importing import after_work
from tests.bench.progress import tell
from tests.bench.records import ImportedProcedures

KIB_PER_MIB = 1024
STEP = "Bước {number}: Người nộp mang giấy tờ của việc {code} đến bộ phận một cửa, công chức xem và ghi giấy hẹn. "
PAPER = "Tờ khai số {number} theo mẫu kèm thông tư Bản chính: 1 Bản sao: {number} "
BASIS = "{number}/2014/QH13 Luật thử nghiệm số {number} 20-11-2014 Quốc hội "
TERMS = {
    "number": "1/QĐ-ĐO", "issued_on": "2023-01-02", "issuer": "Đo tốc độ", "title": "", "valid_from": "2023-10-01",
    "complete": "",
}  # fmt: skip

Steps = list[ImportedProcedures]


def import_procedures(files: int) -> Steps:
    """New ones; the same again; the same with one sentence changed in each; and these changes taken back."""
    steps: Steps = []
    with TemporaryFile() as first, TemporaryFile() as changed:
        _pack(first, files, "Giấy chứng nhận")
        _pack(changed, files, "Giấy chứng nhận điện tử")
        with as_site(next(tenant for tenant in all_tenants() if tenant.runs_board)):
            by = User.objects.filter(groups__name=Role.ADMINISTRATOR.value).first()
            _import(first, files, by, "new", steps)
            again = _checked(first, files, by, "dry run of the same again", steps)
            if (again.same, again.new, again.changed) != (files, 0, 0):
                raise RuntimeError(f"The same files again: {again.counts()}")
            found = _import(changed, files, by, "changed", steps)
            actions.ask_to_undo(of=found, by=by)
            _timed("undo of the changes", files, steps, found)
    return steps


def _import(packed: IO[bytes], files: int, by: User, what: str, steps: Steps) -> Import:
    found = _checked(packed, files, by, f"dry run, {what}", steps)
    actions.ask_to_apply(of=found, outcome=found.outcome, by=by)
    return _timed(f"import, {what}", files, steps, found)


def _checked(packed: IO[bytes], files: int, by: User, name: str, steps: Steps) -> Import:
    packed.seek(0)
    found = actions.hand_in(
        register=register_named(REGISTER_KEY),
        sheet=File(packed, name="thu-tuc.zip"),
        archive=None,
        by=by,
        terms={**TERMS, "batch": str(uuid.uuid4())},
    )
    actions.confirm_columns(of=found, columns=found.columns, by=by)
    return _timed(name, files, steps, found)


def _timed(name: str, files: int, steps: Steps, found: Import) -> Import:
    begun = time.perf_counter()
    found = after_work(found)
    seconds = time.perf_counter() - begun
    # The most that the process ever had, which begins with some 150 MiB of Django.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB
    steps.append(ImportedProcedures(name, files, seconds, peak))
    tell(f"  {name}: {seconds:.1f} s, {peak:.0f} MiB at most")
    return found


def _pack(file: IO[bytes], files: int, result: str) -> None:
    """In the shape and of the size of the national portal's own: some 12 KiB each, half of it text that is not read."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(files):
            code = f"7.{number:06}"
            archive.writestr(f"thu-tuc/{code}.json", json.dumps(_record(code, number, result), ensure_ascii=False))


def _record(code: str, number: int, result: str) -> dict[str, str]:
    steps = "".join(STEP.format(number=one, code=code) for one in range(1, 13))
    return {
        "ma_thu_tuc": code,
        "detail_url": f"https://dichvucong.example.vn/thu-tuc/{code}",
        "ten_thu_tuc": f"Thủ tục thử nghiệm số {number} về đăng ký, cấp đổi và xác nhận",
        "cap_thuc_hien": ("Cấp Xã", "Cấp Huyện", "Cấp Tỉnh", "Cấp Bộ")[number % 4],
        "linh_vuc": f"Lĩnh vực thử nghiệm {number % 120}",
        "doi_tuong_thuc_hien": "Công dân Việt Nam, Người nước ngoài",
        "co_quan_co_tham_quyen": "Ủy ban nhân dân cấp xã",
        "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
        "trinh_tu_thuc_hien": steps,
        "cach_thuc_thuc_hien": "Hình thức nộp Thời hạn giải quyết Phí, lệ phí Mô tả Trực tiếp 5 Ngày làm việc Lệ phí : "
        "8.000 Đồng Nộp tại xã. Trực tuyến 5 Ngày làm việc Miễn phí Nộp trên mạng.",
        "thanh_phan_ho_so": "".join(PAPER.format(number=one) for one in range(1, 9)) + "Số lượng hồ sơ: 01 bộ",
        "can_cu_phap_ly": "Số ký hiệu Trích yếu Ngày ban hành Cơ quan ban hành "
        + "".join(BASIS.format(number=one) for one in range(1, 9)),
        "yeu_cau_dieu_kien": "Không có thông tin",
        "ket_qua_xu_ly": f"{result} số {number}",
        "raw_text": 4 * steps,
    }
