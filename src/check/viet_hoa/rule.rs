//! The rules about capitals, one for each khoản of Phụ lục II.

use crate::check::{Ho, Kiem, Rule, ViDu};
use crate::diag::Code;

pub(super) static NHAN_DAN: Code =
    Code::tra_lai("viet-hoa-nhan-dan").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 1");
pub(super) static DANG: Code = Code::tra_lai("viet-hoa-dang").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 4");
pub(super) static CO_QUAN: Code =
    Code::tra_lai("viet-hoa-co-quan").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV, khoản 1");
pub(super) static TO_CHUC: Code =
    Code::canh_bao("viet-hoa-to-chuc").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV, khoản 1");
pub(super) static QUOC_TE: Code =
    Code::tra_lai("viet-hoa-to-chuc-quoc-te").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV, khoản 2");
pub(super) static TEN_NGUOI: Code = Code::tra_lai("viet-hoa-ten-nguoi").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục II");
pub(super) static DIA_DANH: Code = Code::tra_lai("viet-hoa-dia-danh").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục III");
pub(super) static DON_VI: Code =
    Code::canh_bao("viet-hoa-don-vi-hanh-chinh").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 1");
pub(super) static DANH_HIEU: Code =
    Code::canh_bao("viet-hoa-danh-hieu").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 2");
pub(super) static CHUC_VU: Code =
    Code::tra_lai("viet-hoa-chuc-vu").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 3");
pub(super) static NGAY_LE: Code =
    Code::tra_lai("viet-hoa-ngay-le").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 5");
pub(super) static NGAY_TET: Code =
    Code::canh_bao("viet-hoa-ngay-tet").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 8 điểm b");
pub(super) static NAM_AM_LICH: Code =
    Code::tra_lai("viet-hoa-nam-am-lich").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 8 điểm a");
pub(super) static THU_THANG: Code =
    Code::canh_bao("viet-hoa-thu-thang").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 8 điểm c");
pub(super) static TEN_LOAI: Code =
    Code::canh_bao("viet-hoa-ten-loai").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 6");
pub(super) static CHUONG_TRINH: Code =
    Code::canh_bao("viet-hoa-ten-chuong-trinh").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 6");
pub(super) static VIEN_DAN: Code =
    Code::tra_lai("viet-hoa-vien-dan").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 7");
pub(super) static SU_KIEN: Code =
    Code::canh_bao("viet-hoa-su-kien").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 9");
pub(super) static TAC_PHAM: Code =
    Code::canh_bao("viet-hoa-tac-pham").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 10");
pub(super) static GIUA_CAU: Code = Code::canh_bao("viet-hoa-giua-cau").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I");
pub(super) static DANH_TU_CHUNG: Code =
    Code::goi_y("viet-hoa-danh-tu-chung").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I");

/// “Nhân dân”, “Nhà nước” in small letters.
pub static R_NHAN_DAN: Rule = Rule {
    code: &NHAN_DAN,
    ho: Ho::VietHoa,
    vi_sao: "“Danh từ thuộc trường hợp đặc biệt: Nhân dân, Nhà nước.” Trong tên cơ quan (Ủy ban nhân dân) và khi là định ngữ (cơ quan nhà nước) thì không.",
    vi_du: &[
        ViDu::noi_dung("Nâng cao sức khỏe nhân dân.", "Nâng cao sức khỏe Nhân dân; Ủy ban nhân dân tỉnh quyết định."),
        ViDu::noi_dung("Thực hiện chính sách của nhà nước.", "Thực hiện chính sách của Nhà nước về quản lý nhà nước."),
    ],
    kiem: Kiem::TuDien,
};

/// “Đảng”, “Bác”, “Tổ quốc” in small letters.
pub static R_DANG: Rule = Rule {
    code: &DANG,
    ho: Ho::VietHoa,
    vi_sao: "“Danh từ chung đã riêng hóa: Viết hoa chữ cái đầu … Bác, Người (chỉ Chủ tịch Hồ Chí Minh), Đảng (chỉ Đảng Cộng sản Việt Nam).” “cấp ủy đảng”, “tổ chức đảng”, “đảng viên” viết thường.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện tốt công tác xây dựng đảng.",
        "Thực hiện tốt công tác xây dựng Đảng và phát triển đảng viên.",
    )],
    kiem: Kiem::TuDien,
};

/// Names of agencies.
pub static R_CO_QUAN: Rule = Rule {
    code: &CO_QUAN,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu của các từ, cụm từ chỉ loại hình cơ quan, tổ chức; chức năng, lĩnh vực hoạt động của cơ quan, tổ chức.”",
    vi_du: &[
        ViDu::noi_dung("Báo cáo về sở Y tế.", "Báo cáo về Sở Y tế."),
        ViDu::noi_dung(
            "Thực hiện chủ trương của Đảng cộng sản Việt Nam.",
            "Thực hiện chủ trương của Đảng Cộng sản Việt Nam.",
        ),
    ],
    kiem: Kiem::TuDien,
};

/// Names that are common nouns too: capitals and small letters mixed.
pub static R_TO_CHUC: Rule = Rule {
    code: &TO_CHUC,
    ho: Ho::VietHoa,
    vi_sao: "Tên loại hình cơ quan, tên loại văn bản, chức danh viết hoa khi là tên riêng, viết thường khi nói chung; hoa, thường lẫn lộn trong một cụm từ là sai cả hai cách.",
    vi_du: &[
        ViDu::noi_dung("Đăng trên cổng Thông tin điện tử của tỉnh.", "Đăng trên Cổng Thông tin điện tử của tỉnh."),
        ViDu::noi_dung("Thực hiện Kế Hoạch của tỉnh.", "Thực hiện Kế hoạch của tỉnh."),
    ],
    kiem: Kiem::TuDien,
};

/// Names of foreign organisations, and their abbreviations.
pub static R_QUOC_TE: Rule = Rule {
    code: &QUOC_TE,
    ho: Ho::VietHoa,
    vi_sao: "“Tên cơ quan, tổ chức nước ngoài … ở dạng viết tắt: Viết bằng chữ in hoa như nguyên ngữ.” COVID-19 do Tổ chức Y tế thế giới đặt, cũng viết như nguyên ngữ.",
    vi_du: &[ViDu::noi_dung("Phòng, chống dịch Covid-19.", "Phòng, chống dịch COVID-19.")],
    kiem: Kiem::TuDien,
};

/// Names of people.
pub static R_TEN_NGUOI: Rule = Rule {
    code: &TEN_NGUOI,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu tất cả các âm tiết của danh từ riêng chỉ tên người.”",
    vi_du: &[
        ViDu::noi_dung("Học tập đạo đức, phong cách Hồ Chí minh.", "Học tập đạo đức, phong cách Hồ Chí Minh."),
        ViDu::noi_dung("Giao ông Nguyễn văn An phụ trách.", "Giao ông Nguyễn Văn An phụ trách."),
    ],
    kiem: Kiem::TuDien,
};

/// Names of places.
pub static R_DIA_DANH: Rule = Rule {
    code: &DIA_DANH,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu của các âm tiết tạo thành tên riêng”; “Trường hợp viết hoa đặc biệt: Thủ đô Hà Nội, Thành phố Hồ Chí Minh.”",
    vi_du: &[ViDu::noi_dung("Các đơn vị trên địa bàn tỉnh Cao bằng.", "Các đơn vị trên địa bàn tỉnh Cao Bằng.")],
    kiem: Kiem::TuDien,
};

/// The common noun of a unit of administration.
pub static R_DON_VI: Rule = Rule {
    code: &DON_VI,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu của các âm tiết tạo thành tên riêng … Ví dụ: thành phố Thái Nguyên, tỉnh Nam Định”; có chữ số thì “viết hoa cả danh từ chung”: Quận 1.",
    vi_du: &[
        ViDu::noi_dung("Các đơn vị trên địa bàn Tỉnh Cao Bằng.", "Các đơn vị trên địa bàn tỉnh Cao Bằng."),
        ViDu::noi_dung("Tổ chức tại quận 1.", "Tổ chức tại Quận 1."),
    ],
    kiem: Kiem::Doan(super::moi_tu),
};

/// Honours.
pub static R_DANH_HIEU: Rule = Rule {
    code: &DANH_HIEU,
    ho: Ho::VietHoa,
    vi_sao: "“Tên các huân chương, huy chương, các danh hiệu vinh dự: Viết hoa chữ cái đầu của các âm tiết của các thành phần tạo thành tên riêng và các từ chỉ thứ, hạng.”",
    vi_du: &[ViDu::noi_dung(
        "Đề nghị tặng Huân chương lao động hạng ba.",
        "Đề nghị tặng Huân chương Lao động hạng Ba.",
    )],
    kiem: Kiem::TuDien,
};

/// Posts and degrees before a name.
pub static R_CHUC_VU: Rule = Rule {
    code: &CHUC_VU,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa tên chức vụ, học vị nếu đi liền với tên người cụ thể.”",
    vi_du: &[ViDu::noi_dung("Noi gương bác sĩ Đặng Thùy Trâm.", "Noi gương Bác sĩ Đặng Thùy Trâm.")],
    kiem: Kiem::TuDien,
};

/// Holidays and commemorations.
pub static R_NGAY_LE: Rule = Rule {
    code: &NGAY_LE,
    ho: Ho::VietHoa,
    vi_sao: "“Tên các ngày lễ, ngày kỷ niệm: Viết hoa chữ cái đầu của âm tiết tạo thành tên gọi ngày lễ, ngày kỷ niệm.” Nói chung “các ngày lễ lớn” thì viết thường.",
    vi_du: &[
        ViDu::noi_dung("Thi đua nhân dịp các ngày Lễ lớn.", "Thi đua nhân dịp các ngày lễ lớn."),
        ViDu::noi_dung("Chào mừng ngày Quốc Khánh.", "Chào mừng ngày Quốc khánh."),
    ],
    kiem: Kiem::TuDien,
};

/// Tết.
pub static R_NGAY_TET: Rule = Rule {
    code: &NGAY_TET,
    ho: Ho::VietHoa,
    vi_sao: "“Tên các ngày tết: Viết hoa chữ cái đầu của âm tiết thứ nhất tạo thành tên gọi. Ví dụ: tết Nguyên đán, tết Đoan ngọ, tết Trung thu. Viết hoa chữ Tết trong trường hợp thay cho tết Nguyên đán.”",
    vi_du: &[ViDu::noi_dung(
        "Bảo đảm an toàn trong dịp Tết Nguyên đán.",
        "Bảo đảm an toàn trong dịp tết Nguyên đán; trực Tết đầy đủ.",
    )],
    kiem: Kiem::TuDien,
};

/// Years of the lunar calendar.
pub static R_NAM_AM_LICH: Rule = Rule {
    code: &NAM_AM_LICH,
    ho: Ho::VietHoa,
    vi_sao: "“Tên các năm âm lịch: Viết hoa chữ cái đầu của tất cả các âm tiết tạo thành tên gọi. Ví dụ: Kỷ Tỵ, Tân Hợi, Mậu Tuất.”",
    vi_du: &[ViDu::noi_dung("Đón năm mới Bính ngọ an toàn.", "Đón năm mới Bính Ngọ an toàn.")],
    kiem: Kiem::TuDien,
};

/// Days and months in words.
pub static R_THU_THANG: Rule = Rule {
    code: &THU_THANG,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu của âm tiết chỉ ngày và tháng trong trường hợp không dùng chữ số. Ví dụ: thứ Hai, thứ Tư, tháng Năm, tháng Tám.”",
    vi_du: &[ViDu::noi_dung(
        "Họp giao ban vào sáng thứ hai hằng tuần.",
        "Họp giao ban vào sáng thứ Hai hằng tuần, lần thứ hai.",
    )],
    kiem: Kiem::TuDien,
};

/// Kinds of documents in the plural.
pub static R_TEN_LOAI: Rule = Rule {
    code: &TEN_LOAI,
    ho: Ho::VietHoa,
    vi_sao: "Tên loại văn bản viết hoa “trong trường hợp nói đến một văn bản cụ thể”; nói chung (các đề án, kế hoạch) thì viết thường.",
    vi_du: &[ViDu::noi_dung("Thực hiện các Đề án, Kế hoạch của ngành.", "Thực hiện các đề án, kế hoạch của ngành.")],
    kiem: Kiem::TuDien,
};

/// Names of programmes.
pub static R_CHUONG_TRINH: Rule = Rule {
    code: &CHUONG_TRINH,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu của tên loại văn bản và chữ cái đầu của âm tiết thứ nhất tạo thành tên gọi của văn bản.”",
    vi_du: &[ViDu::noi_dung(
        "Triển khai Chương trình sức khỏe Việt Nam.",
        "Triển khai Chương trình Sức khỏe Việt Nam.",
    )],
    kiem: Kiem::TuDien,
};

/// Parts of a text that is cited.
pub static R_VIEN_DAN: Rule = Rule {
    code: &VIEN_DAN,
    ho: Ho::VietHoa,
    vi_sao: "“Trường hợp viện dẫn phần, chương, mục, tiểu mục, điều, khoản, điểm của một văn bản cụ thể thì viết hoa chữ cái đầu của phần, chương, mục, tiểu mục, điều”; khoản, điểm viết thường.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện theo quy định tại Khoản 2 Điều 5 Quy chế này.",
        "Thực hiện theo quy định tại khoản 2 Điều 5 Quy chế này.",
    )],
    kiem: Kiem::TuDien,
};

/// Events of history.
pub static R_SU_KIEN: Rule = Rule {
    code: &SU_KIEN,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu của các âm tiết tạo thành sự kiện và tên sự kiện, trong trường hợp có các con số chỉ mốc thời gian thì ghi bằng chữ và viết hoa chữ đó. Ví dụ: Cách mạng tháng Tám.”",
    vi_du: &[ViDu::noi_dung("Kỷ niệm cách mạng tháng 8 thành công.", "Kỷ niệm Cách mạng tháng Tám thành công.")],
    kiem: Kiem::TuDien,
};

/// Works, books, journals.
pub static R_TAC_PHAM: Rule = Rule {
    code: &TAC_PHAM,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu của âm tiết thứ nhất tạo thành tên tác phẩm, sách báo. Ví dụ: từ điển Bách khoa toàn thư, tạp chí Cộng sản.”",
    vi_du: &[ViDu::noi_dung("Nghiên cứu tác phẩm Đường kách mệnh.", "Nghiên cứu tác phẩm Đường Kách mệnh.")],
    kiem: Kiem::TuDien,
};

/// Common words with a capital inside a sentence.
pub static R_GIUA_CAU: Rule = Rule {
    code: &GIUA_CAU,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu âm tiết thứ nhất của một câu hoàn chỉnh”; danh từ chung, động từ ở giữa câu viết thường.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện có hiệu quả công tác Nghiên cứu khoa học.",
        "Thực hiện có hiệu quả công tác nghiên cứu khoa học.",
    )],
    kiem: Kiem::TuDien,
};

/// Common nouns that are written with a capital for respect.
pub static R_DANH_TU_CHUNG: Rule = Rule {
    code: &DANH_TU_CHUNG,
    ho: Ho::VietHoa,
    vi_sao: "Danh từ chung ở giữa câu viết thường; có nơi vẫn viết hoa để tỏ ý trân trọng hoặc chỉ một tổ chức cụ thể, nên chỉ gợi ý.",
    vi_du: &[ViDu::noi_dung(
        "Hưởng ứng và thực hiện tốt Phong trào do tỉnh phát động.",
        "Hưởng ứng và thực hiện tốt phong trào do tỉnh phát động.",
    )],
    kiem: Kiem::TuDien,
};
