"""What a site has on its first minute: the sections of its menu and the lists below them, in three languages."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Section:
    kind: str
    slug: str
    titles: dict[str, str]
    introductions: dict[str, str] = field(default_factory=dict)
    shows_contact: bool = False
    below: tuple["Section", ...] = ()


HOME_TITLES = {"vi": "Trang chủ", "km": "ទំព័រដើម", "en": "Home"}

SECTIONS = [
    Section(
        "section",
        "gioi-thieu",
        {"vi": "Giới thiệu", "km": "សេចក្តីណែនាំ", "en": "About"},
        below=(
            Section(
                "organisation",
                "to-chuc-bo-may",
                {"vi": "Tổ chức bộ máy", "km": "រចនាសម្ព័ន្ធអង្គការ", "en": "Organisation"},
            ),
            Section(
                "places",
                "du-lich-di-tich",
                {"vi": "Du lịch, di tích", "km": "ទេសចរណ៍ និងបេតិកភណ្ឌ", "en": "Tourism and heritage"},
            ),
        ),
    ),
    Section("articles", "tin-tuc", {"vi": "Tin tức", "km": "ព័ត៌មាន", "en": "News"}),
    Section("documents", "van-ban", {"vi": "Văn bản", "km": "ឯកសារ", "en": "Documents"}),
    Section(
        "section",
        "cong-khai",
        {"vi": "Công khai", "km": "ការផ្សព្វផ្សាយសាធារណៈ", "en": "Disclosure"},
        below=(
            Section("projects", "du-an", {"vi": "Chương trình, dự án", "km": "កម្មវិធី និងគម្រោង", "en": "Projects"}),
            Section(
                "disclosures",
                "ngan-sach",
                {"vi": "Công khai ngân sách", "km": "ការផ្សព្វផ្សាយថវិកា", "en": "Budget disclosures"},
            ),
            Section(
                "consultations",
                "lay-y-kien",
                {"vi": "Lấy ý kiến dự thảo", "km": "ការប្រមូលយោបល់លើសេចក្តីព្រាង", "en": "Consultations on drafts"},
            ),
            Section("vacancies", "tuyen-dung", {"vi": "Tuyển dụng", "km": "ការជ្រើសរើសបុគ្គលិក", "en": "Recruitment"}),
        ),
    ),
    Section("procedures", "thu-tuc", {"vi": "Thủ tục", "km": "នីតិវិធី", "en": "Procedures"}),
    Section(
        "agenda",
        "lich-cong-tac",
        {"vi": "Lịch công tác", "km": "កាលវិភាគការងារ", "en": "Work calendar"},
    ),
    Section("questions", "hoi-dap", {"vi": "Hỏi đáp", "km": "សំណួរ និងចម្លើយ", "en": "Questions and answers"}),
    Section("text", "lien-he", {"vi": "Liên hệ", "km": "ទំនាក់ទំនង", "en": "Contact"}, shows_contact=True),
]

# With the lists below them, in the order of the tree.
LAID_OUT = [section for upper in SECTIONS for section in (upper, *upper.below)]
