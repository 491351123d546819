"""Files as the national portal and its users make them, with invented texts."""

import io
import json
from collections.abc import Mapping
from typing import Any

import docx

from tests.files import zipped

RECORD: dict[str, Any] = {
    "ma_thu_tuc": "1.001193",
    "detail_url": "https://dichvucong.example.vn/thu-tuc/1.001193",
    "formality_id": "0f9d",
    "ten_thu_tuc": "Thủ tục đăng ký khai sinh",
    "so_quyet_dinh": "163/QĐ-THU",
    "cap_thuc_hien": "Cấp Xã",
    "loai_thu_tuc": "TTHC được luật giao quy định chi tiết",
    "linh_vuc": "Hộ tịch",
    "doi_tuong_thuc_hien": "Công dân Việt Nam, Người Việt Nam định cư ở nước ngoài",
    "co_quan_co_tham_quyen": "Ủy ban nhân dân cấp xã",
    "dia_chi_tiep_nhan": "",
    "co_quan_duoc_uy_quyen": "Không có thông tin",
    "co_quan_phoi_hop": "Không có thông tin",
    "thu_tuc_lien_quan": "",
    "trinh_tu_thuc_hien": "Bước 1: Nộp tờ khai tại bộ phận một cửa. Bước 2: Công chức xem xét: a) giấy tờ đủ; b) giấy "
    "tờ thiếu. Bước 3: Nhận kết quả.",
    "cach_thuc_thuc_hien": "Hình thức nộp Thời hạn giải quyết Phí, lệ phí Mô tả Trực tiếp 1 Ngày làm việc Lệ phí : "
    "8.000 Đồng (nơi khác xa) Nhận ngay trong ngày. Trực tuyến 1 Ngày làm việc Miễn phí Nộp trên mạng.",
    "thanh_phan_ho_so": "Tên giấy tờ Mẫu đơn, tờ khai Số lượng Tờ khai đăng ký ToKhai.docx Bản chính: 1 Bản sao: 0 "
    "Giấy chứng sinh Bản chính: 1 Bản sao: 1 Số lượng hồ sơ: 01 bộ",
    "can_cu_phap_ly": "Số ký hiệu Trích yếu Ngày ban hành Cơ quan ban hành 60/2014/QH13 Luật Hộ tịch 20-11-2014 "
    "Quốc hội 123/2015/NĐ-CP Hướng dẫn Luật 60/2014/QH13 15-11-2015 Chính phủ",
    "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
    "yeu_cau_dieu_kien": "Không có thông tin",
    "ket_qua_xu_ly": "Giấy khai sinh",
    "raw_text": "…",
}
TERMS = {
    "number": "12/QĐ-THU",
    "issued_on": "2023-06-20",
    "issuer": "Ủy ban nhân dân tỉnh Trà Vinh",
    "title": "",
    "valid_from": "2023-07-01",
    "complete": "",
}


def record(code: str = "1.001193", **changed: Any) -> dict[str, Any]:
    return {**RECORD, "ma_thu_tuc": code, **changed}


def archive(*records: Mapping[str, Any] | bytes, **named: bytes) -> bytes:
    """One JSON file each, in their order; `named` are further files, by names in which `_` stands for the dot."""
    files: dict[str, bytes] = {}
    for number, one in enumerate(records, 1):
        content = one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode()
        files[f"thu-tuc/{number}.json"] = content
    files.update({name.replace("_", "."): content for name, content in named.items()})
    return zipped(files)


def document(rows: Mapping[str, str]) -> bytes:
    """A Word document with a table of label and text."""
    book = docx.Document()
    book.add_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    table = book.add_table(rows=0, cols=2)
    for label, text in rows.items():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, text
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
