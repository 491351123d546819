"""How active each commune's own site was in 2023, and the stories that only such a site tells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from . import calendars, khmer, openings, sights, undertakings, village_rules
from .documents.forms import DISCLOSURE, Office
from .documents.papers import Doc
from .documents.reports import COMMUNE_BUDGET, COMMUNE_NOTICES, COMMUNE_ORDERS, COMMUNE_PLANS
from .model import Categories, Draft
from .news.stock import LOCAL
from .outreach import laws, seasons
from .places import HAMLETS, TOWNS, Unit, unit
from .stories import BOARD, Narrator, Story, episodes
from .year import Window, day_of


@dataclass(frozen=True)
class Activity:
    code: str
    items: int
    first: str
    last: str
    """Month and day of the first and of the newest item."""
    khmer: int = 0
    calendars: int = 0
    works: int = 0
    """Projects of its own."""
    seeks: str = ""
    """The day on which it looks for somebody."""
    asks: str = ""
    """The day on which it asks people about a draft."""

    @property
    def newest(self) -> date:
        return day_of(self.last)

    @property
    def window(self) -> Window:
        return self.first, self.last


ACTIVITY: tuple[Activity, ...] = (
    Activity("29461", 60, "01-04", "10-31", calendars=8, works=2, seeks="10-09", asks="06-12"),
    Activity("29462", 30, "01-06", "10-27"),
    Activity("29464", 21, "01-10", "10-24", khmer=1),
    Activity("29467", 24, "01-09", "10-30", khmer=2),
    Activity("29470", 9, "01-11", "07-28"),  # silent for 95 days
    Activity("29473", 14, "01-16", "10-12"),
    Activity("29476", 18, "01-12", "10-20"),
    Activity("29479", 25, "01-05", "10-26", khmer=1, works=1),
    Activity("29482", 16, "01-13", "10-18", khmer=3),
    Activity("29485", 7, "01-17", "06-22"),  # silent for 131 days
    Activity("29488", 19, "01-10", "10-25", khmer=3),
    Activity("29489", 6, "01-10", "03-17"),  # silent for 228 days
    Activity("29491", 45, "01-04", "10-31", khmer=2, calendars=5, works=2, seeks="06-05", asks="10-16"),
    Activity("29494", 11, "02-02", "10-05"),
    Activity("29503", 12, "01-30", "09-28", khmer=2),
    Activity("29506", 15, "02-06", "08-29"),
    Activity("29509", 1, "09-12", "09-12"),  # almost nothing
)

NEWS: Categories = ("news",)
NOTICES: Categories = ("notices_reports",)
PLANNING: Categories = ("planning",)
DIRECTIVES: Categories = ("directives",)
OUTREACH: Categories = ("policy_outreach",)
REFORM: Categories = ("administrative_reform",)
COUNTRYSIDE: Categories = ("new_countryside",)
OTHER: Categories = ("other",)

MONDAY = Story(
    "party",
    (
        "Nếp sinh hoạt chào cờ sáng thứ Hai ở UBND {unit}",
        "{Unit}: giao ban đầu tuần ngắn gọn, giao việc rõ người",
        "Cán bộ {unit} xuống {ap} giải quyết việc cho dân",
    ),
    "Sáng đầu tuần, cán bộ, công chức {unit} chào cờ, giao ban ngắn rồi chia nhau về ấp, khóm nắm tình hình, "
    "giải quyết việc cho người dân.",
    (
        "Những việc tồn từ tuần trước được nêu tên, ghi ngày phải xong; bộ phận nào vướng thì nói ngay để cùng gỡ.",
        "Mỗi chiều thứ Sáu, địa phương dành một giờ xem lại hồ sơ trễ hẹn và ý kiến người dân gửi về.",
    ),
)

OWN_NEWS = (
    MONDAY,
    Story(
        "culture",
        ("Một ngày ở {ap}", "Chuyện làng, chuyện xóm ở {place}", "{Ap} sau một năm đổi mới"),
        "Về {place} lúc sáng sớm, nghe tiếng chổi quét sân, tiếng ghe máy ngoài kênh và tiếng trẻ í ới gọi nhau "
        "đi học.",
        (
            "Đường trong xóm đã đổ bê tông, nhà nào cũng có hàng rào cây; chiều xuống, bà con ra nhà văn hóa tập "
            "thể dục.",
            "Chuyện vui buồn của xóm được nói ở buổi họp tổ, có khi chỉ cần một ấm trà là hết giận nhau.",
        ),
    ),
    Story(
        "market",
        ("Chợ {ten} một buổi sáng", "Hàng quà quê ở chợ {ten}", "Giá nông sản ở chợ {ten} tuần qua"),
        "Chợ {ten} họp từ tờ mờ sáng. Rau vườn, cá đồng, bánh nếp và tiếng chào hỏi bằng cả tiếng Việt lẫn tiếng "
        "Khmer làm nên nét riêng của chợ quê.",
        (
            "Bà con nhận xét giá rau lên xuống theo mưa nắng, giá cá giữ ổn định; hàng rõ nguồn gốc luôn bán "
            "nhanh hơn.",
            "Ban quản lý chợ nhắc tiểu thương giữ vệ sinh, không lấn lối đi và chuẩn bị bình chữa cháy.",
        ),
    ),
    Story(
        "security",
        ("{Ap} tổ chức họp tổ nhân dân tự quản", "Hòa giải ở {ap}: chuyện nhỏ không để thành to"),
        "Nhờ tổ tự quản và tổ hòa giải hoạt động đều, nhiều mâu thuẫn về ranh đất, tiếng ồn ở {place} được giải "
        "quyết ngay từ đầu.",
        (
            "Hòa giải viên gặp riêng từng bên, nghe cho hết rồi mới phân tích phải trái, có tình có lý.",
            "Biên bản được lưu lại, công an và tư pháp hướng dẫn thêm khi cần.",
        ),
    ),
)

OWN_OUTREACH = (
    Story(
        "law",
        ("{Unit} phát thanh bản tin pháp luật hằng tuần", "Hỏi, đáp pháp luật trên đài truyền thanh {unit}"),
        "Mỗi tuần hai buổi, đài truyền thanh {unit} phát bản tin pháp luật ngắn, chọn những điều người dân hay "
        "hỏi như cư trú, đất đai, hôn nhân.",
        (
            "Bản tin có phần đọc bằng tiếng Khmer ở những nơi có đông đồng bào; ai cần bản in thì đến nhận tại trụ sở.",
            "Câu hỏi có thể gửi qua trưởng ấp, trưởng khóm hoặc chuyên mục Hỏi đáp của trang thông tin điện tử.",
        ),
        author=BOARD,
    ),
    *seasons.SEASONS,
    *laws.LAWS,
)

OWN_REFORM = (
    Story(
        "reform",
        (
            "Hướng dẫn nộp hồ sơ chứng thực tại bộ phận một cửa {unit}",
            "Danh mục thủ tục hành chính thực hiện trực tuyến tại UBND {unit}",
            "Giờ làm việc, địa chỉ và cán bộ phụ trách bộ phận một cửa {unit}",
            "{Unit} đặt bàn hỗ trợ nộp hồ sơ trực tuyến cho người lớn tuổi",
        ),
        "Để người dân thuận tiện khi làm giấy tờ, UBND {unit} thông tin về cách nộp hồ sơ, thời gian tiếp nhận "
        "và các kênh liên hệ.",
        (
            "<ul><li>Tiếp nhận hồ sơ trong giờ hành chính, từ thứ Hai đến thứ Sáu.</li><li>Nhận giấy hẹn ghi rõ "
            "ngày trả kết quả.</li>"
            "<li>Theo dõi hồ sơ bằng mã số trên giấy hẹn.</li></ul>",
            "Người già, người khuyết tật, phụ nữ có con nhỏ được ưu tiên; cán bộ đến tận nhà khi cần thiết.",
        ),
        author=BOARD,
    ),
)

OWN_COUNTRYSIDE = (
    Story(
        "countryside",
        (
            "{Unit} ra quân chỉnh trang đường làng, ngõ xóm",
            "{Ap} đăng ký xây dựng ấp nông thôn mới kiểu mẫu",
            "Người dân {ap} góp ý tiêu chí nông thôn mới",
        ),
        "{Unit} xác định xây dựng nông thôn mới phải bắt đầu từ từng hộ: nhà sạch, vườn đẹp, hàng rào xanh và "
        "nếp sống hòa thuận.",
        (
            "Địa phương chọn những tuyến đường đông người qua lại làm trước, vừa làm vừa rút kinh nghiệm.",
            "Kết quả tự đánh giá được đọc tại buổi họp dân, ai chưa đồng ý thì nêu lý do để xem lại.",
        ),
    ),
)

WELCOME = Story(
    "reform",
    (
        "Giới thiệu tổ chức bộ máy UBND {unit}",
        "Nhiệm vụ, địa chỉ liên hệ các bộ phận của UBND {unit}",
        "Ra mắt chuyên mục giới thiệu trên trang thông tin điện tử {unit}",
    ),
    "Trang thông tin điện tử {unit} giới thiệu cơ cấu tổ chức, nhiệm vụ và cách liên hệ các bộ phận chuyên môn "
    "để người dân tiện tra cứu.",
    (
        "Các lĩnh vực gồm văn phòng - thống kê, tư pháp - hộ tịch, địa chính, tài chính - kế toán, văn hóa - xã "
        "hội, công an và quân sự.",
        "Lịch tiếp công dân và số điện thoại trực được niêm yết tại trụ sở.",
    ),
    author=BOARD,
)


def drafts(activity: Activity) -> list[Draft]:
    """The items of one commune's site; its first and its newest stand exactly on the days that the table says."""
    home = unit(activity.code)
    seed = f"commune {activity.code}"
    narrator = Narrator(seed, home)
    told = _on(narrator, (WELCOME,), activity.first, OTHER)
    if activity.items == 1:
        return told
    stories = list(LOCAL + OWN_NEWS)
    told += _on(narrator, stories, activity.last, NEWS)
    told += [khmer.draft(narrator.random, one, home) for one in _khmer(activity)]
    told += calendars.commune_drafts(narrator.random, home, activity.calendars)
    told += _papers(seed, home, activity, _share(activity.items, 0.3))
    told += _rooms(home, activity)
    for others, part, categories in _kinds(home):
        told += _some(narrator, others, _share(activity.items, part), categories, activity)
    return told + _some(narrator, stories, activity.items - len(told), NEWS, activity)


def _on(narrator: Narrator, stories: Sequence[Story], day: str, categories: Categories) -> list[Draft]:
    """One of these stories told on that day; it leaves the list, if that can be changed."""
    fitting = [story for story in stories if _clipped(story, narrator, (day, day))]
    story = narrator.random.choice(fitting)
    if isinstance(stories, list):
        stories.remove(story)
    return narrator.tell(narrator.random.choice(_clipped(story, narrator, (day, day))), 1, categories)


def _kinds(home: Unit) -> tuple[tuple[tuple[Story, ...], float, Categories], ...]:
    kinds = [(OWN_OUTREACH, 0.18, OUTREACH), (OWN_REFORM, 0.07, REFORM)]
    return tuple(kinds if home.code in TOWNS else [*kinds, (OWN_COUNTRYSIDE, 0.07, COUNTRYSIDE)])


def _share(items: int, part: float) -> int:
    return int(items * part) if items > 1 else 0


def _khmer(activity: Activity) -> tuple[khmer.Text, ...]:
    fitting = [one for one in khmer.OF_COMMUNES if _clip(one.window, activity.window)]
    return tuple(fitting[: activity.khmer])


def _papers(seed: str, home: Unit, activity: Activity, wanted: int) -> list[Draft]:
    office = Office(f"{seed} office", f"UBND {home.phrase}", home)
    kinds = (
        (COMMUNE_NOTICES, 0.4, NOTICES),
        (COMMUNE_PLANS, 0.25, PLANNING),
        (COMMUNE_ORDERS, 0.2, DIRECTIVES),
        (COMMUNE_BUDGET, 0.15, DISCLOSURE),
    )
    for docs, part, categories in kinds:
        fitting = tuple(doc for doc in docs if _inside(doc, activity))
        office.issue(fitting, [categories] * min(round(wanted * part), sum(doc.bears for doc in fitting)))
    return office.drafts()


def _rooms(home: Unit, activity: Activity) -> list[Draft]:
    """What a commune has in rooms of their own; most have nothing."""
    works = undertakings.commune_drafts(home, HAMLETS[home.code], activity.works)
    sought = [openings.commune_draft(home, activity.seeks)] if activity.seeks else []
    asked = [village_rules.commune_draft(home, activity.asks)] if activity.asks else []
    return works + sought + asked + sights.commune_drafts(home.code)


def _inside(doc: Doc, activity: Activity) -> bool:
    """Only what a site could have published whole: recurring papers belong to sites that lived the year through."""
    recurring = any(slot in doc.about for slot in ("{thang}", "{sau}", "{quy}", "{quysau}", "{ky}"))
    if recurring:
        return activity.first < "02-01" and activity.last > "10-20"
    return doc.window[0] >= activity.first and doc.window[1] < activity.last


def _some(
    narrator: Narrator, stories: Sequence[Story], wanted: int, categories: Categories, activity: Activity
) -> list[Draft]:
    """Tells `wanted` stories once each, among those whose time overlaps with the site's."""
    fitting = [options for story in stories if (options := _clipped(story, narrator, activity.window))]
    chosen = narrator.random.sample(fitting, min(wanted, len(fitting)))
    return [draft for options in chosen for draft in narrator.tell(narrator.random.choice(options), 1, categories)]


def _clipped(story: Story, narrator: Narrator, site: Window) -> list[Story]:
    """The story as this site could tell it: one for each headline whose time overlaps with the site's."""
    home = narrator.home
    if home is None or (story.units and home.code not in story.units):
        return []
    options = []
    for number, (window, words) in enumerate(episodes(story, len(story.titles))):
        headline = story.headline(number)
        clip = _clip(window, site)
        if clip and (story.author or story.of_unit(headline)):
            own = {name: (value,) for name, value in words.items()} or story.words
            options.append(replace(story, titles=(headline,), window=clip, uses=1, words=own, episodes=()))
    return options


def _clip(window: Window, site: Window) -> Window | None:
    first, last = max(window[0], site[0]), min(window[1], site[1])
    return (first, last) if first <= last else None
