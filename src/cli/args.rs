//! The commands and their arguments, with their help in Vietnamese.

use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use vanthu::pipeline::Shard;

const TEMPLATE: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "vanthu",
    about = "Soạn văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP từ một tệp chiến dịch.",
    override_usage = "vanthu <LỆNH> …",
    help_template = TEMPLATE,
    subcommand_help_heading = "Lệnh",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    after_help = "\nVí dụ:\n  vanthu new du_an_moi\n  vanthu render data/chien_dich/thi_dua_thai_binh_2017.yaml\n  vanthu render --help"
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// In hướng dẫn này
    #[arg(short = 'h', long = "help", action = ArgAction::Help, global = true, display_order = 100, help_heading = "Tùy chọn")]
    help: Option<bool>,
    /// In phiên bản
    #[arg(short = 'V', long = "version", action = ArgAction::Version, display_order = 101, help_heading = "Tùy chọn")]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Làm ra văn bản PDF từ tệp chiến dịch
    #[command(help_template = TEMPLATE, override_usage = "vanthu render CHIẾN_DỊCH… [-o THƯ_MỤC] [--only MÃ] [--format DẠNG] [--strict] [--jobs SỐ] [--shard K/N] …")]
    Render(RenderArgs),
    /// Kiểm tra chiến dịch hoặc bản thảo (.docx, .txt, .md, .pdf) theo từng điều khoản, không ghi văn bản
    #[command(help_template = TEMPLATE, override_usage = "vanthu check TỆP… [--goi-y] [--fix] [--format DẠNG] [--bo-qua QUY_TẮC] …")]
    Check(CheckArgs),
    /// Giải thích một quy tắc kiểm tra, hoặc liệt kê tất cả
    #[command(help_template = TEMPLATE, override_usage = "vanthu explain [QUY_TẮC]")]
    Explain(ExplainArgs),
    /// Lập chiến dịch năm mới từ chiến dịch năm cũ, kể ra những chỗ phải xem lại
    #[command(help_template = TEMPLATE, override_usage = "vanthu renew CHIẾN_DỊCH --nam NĂM [-o TỆP]")]
    Renew(RenewArgs),
    /// Sao y, sao lục một tệp PDF có sẵn
    #[command(help_template = TEMPLATE, override_usage = "vanthu sao TỆP.pdf --co-quan MÃ --nguoi-ky MÃ [--hinh-thuc sao-y|sao-luc] [--so SỐ] [--ngay NGÀY] …\n           vanthu sao TỆP.pdf --co-quan MÃ --dien-tu --ten-co-quan TÊN [--thoi-gian-ky LÚC]")]
    Sao(SaoArgs),
    /// Liệt kê loại văn bản, cơ quan, chiến dịch đang có
    #[command(help_template = TEMPLATE, override_usage = "vanthu list [loai|co_quan|chien_dich]\n           vanthu list ky_niem|phap_luat|giai_doan|tinh_thanh [CHỮ]\n           vanthu list --mau")]
    List(ListArgs),
    /// Tạo dự án mới, hoặc thêm chiến dịch mẫu của một loại văn bản
    #[command(help_template = TEMPLATE, override_usage = "vanthu new THƯ_MỤC\n           vanthu new [THƯ_MỤC] --mau LOẠI")]
    New(NewArgs),
    /// In lược đồ JSON của tệp chiến dịch cho trình soạn thảo
    #[command(help_template = TEMPLATE, override_usage = "vanthu schema > chien_dich.schema.json")]
    Schema,
}

/// `vanthu render`
#[derive(Debug, ClapArgs)]
pub struct RenderArgs {
    /// Tệp chiến dịch (.yaml), một hoặc nhiều tệp
    #[arg(value_name = "CHIẾN_DỊCH", required = true, help_heading = "Tham số")]
    pub campaigns: Vec<PathBuf>,
    /// Thư mục ghi kết quả; mặc định là output
    #[arg(
        short,
        long = "output",
        value_name = "THƯ_MỤC",
        default_value = "output",
        hide_default_value = true,
        help_heading = "Tùy chọn"
    )]
    pub output: PathBuf,
    /// Chỉ làm văn bản có mã này (thu_moi), hoặc của một dòng (thu_moi/bv_01); ghi nhiều lần để chọn nhiều văn bản
    #[arg(long, value_name = "MÃ", help_heading = "Tùy chọn")]
    pub only: Vec<String>,
    /// Dạng tệp: pdf (mặc định), typ, png, svg; ghi nhiều lần để lấy nhiều dạng
    #[arg(long = "format", value_name = "DẠNG", value_enum, hide_possible_values = true, help_heading = "Tùy chọn")]
    pub formats: Vec<FormatArg>,
    /// Còn một lỗi, ở bất cứ văn bản hay dòng nào, thì không ghi tệp nào
    #[arg(long, help_heading = "Tùy chọn")]
    pub strict: bool,
    /// Số văn bản làm cùng lúc; mặc định là số nhân của máy
    #[arg(long, value_name = "SỐ", value_parser = clap::value_parser!(u16).range(1..=256), help_heading = "Tùy chọn")]
    pub jobs: Option<u16>,
    /// Chỉ làm phần thứ K trong N phần, để nhiều máy cùng làm một chiến dịch, ví dụ 2/8
    #[arg(long, value_name = "K/N", value_parser = shard, help_heading = "Tùy chọn")]
    pub shard: Option<Shard>,
    /// Không in gì ngoài lỗi
    #[arg(short, long, help_heading = "Tùy chọn")]
    pub quiet: bool,
    /// Thư mục có phông Times New Roman của máy, dùng thay phông Tinos đi kèm
    #[arg(long, value_name = "THƯ_MỤC", help_heading = "Tùy chọn")]
    pub font_dir: Option<PathBuf>,
}

fn shard(text: &str) -> Result<Shard, String> {
    Shard::parse(text).ok_or_else(|| "viết như 2/8: phần thứ 2 trong 8 phần".to_owned())
}

/// `vanthu check`
#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// Tệp chiến dịch (.yaml) hoặc bản thảo (.docx, .txt, .md, .pdf), một hoặc nhiều tệp, hoặc thư mục chứa chúng; - là đọc chữ từ đầu vào chuẩn
    #[arg(value_name = "TỆP", required = true, help_heading = "Tham số")]
    pub inputs: Vec<PathBuf>,
    /// Hiện và đếm cả gợi ý, là những chỗ chưa chắc sai
    #[arg(long, help_heading = "Tùy chọn")]
    pub goi_y: bool,
    /// Sửa luôn những chỗ chắc chắn vào tệp .yaml, .md, .txt, rồi in ra chỗ đã sửa
    #[arg(long, help_heading = "Tùy chọn")]
    pub fix: bool,
    /// Cùng với --fix: chỉ in ra những chỗ sẽ sửa, không ghi
    #[arg(long, requires = "fix", help_heading = "Tùy chọn")]
    pub chi_xem: bool,
    /// Dạng kết quả: human (mặc định, cho người đọc), json, sarif, github
    #[arg(
        long,
        value_name = "DẠNG",
        value_enum,
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Tùy chọn"
    )]
    pub format: ReportArg,
    /// Bỏ qua một quy tắc; ghi nhiều lần để bỏ qua nhiều quy tắc
    #[arg(long, value_name = "QUY_TẮC", help_heading = "Tùy chọn")]
    pub bo_qua: Vec<String>,
    /// Chấm theo quy định nào: nd30 (mặc định), hoặc theo-ngay: thể thức của văn bản trước 05/3/2020 chỉ còn là gợi ý
    #[arg(
        long,
        value_name = "QUY_ĐỊNH",
        value_enum,
        default_value = "nd30",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Tùy chọn"
    )]
    pub quy_dinh: QuyDinhArg,
    /// Chiến dịch: dàn trang rồi kiểm tra cả trang in (Quốc hiệu một dòng, chữ ký, đường kẻ, chữ lấn lề)
    #[arg(long, help_heading = "Tùy chọn")]
    pub trang: bool,
    /// Chỉ kiểm tra văn bản có mã này của chiến dịch; ghi nhiều lần để chọn nhiều văn bản
    #[arg(long, value_name = "MÃ", help_heading = "Tùy chọn")]
    pub only: Vec<String>,
    /// Thư mục có phông Times New Roman của máy
    #[arg(long, value_name = "THƯ_MỤC", help_heading = "Tùy chọn")]
    pub font_dir: Option<PathBuf>,
}

/// `vanthu explain`
#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// Tên quy tắc, như trong ngoặc vuông của thông báo, ví dụ viet-hoa-nhan-dan; không ghi thì liệt kê tất cả
    #[arg(value_name = "QUY_TẮC", help_heading = "Tham số")]
    pub rule: Option<String>,
}

/// `vanthu renew`
#[derive(Debug, ClapArgs)]
pub struct RenewArgs {
    /// Tệp chiến dịch năm cũ (.yaml); tệp này giữ nguyên
    #[arg(value_name = "CHIẾN_DỊCH", help_heading = "Tham số")]
    pub campaign: PathBuf,
    /// Năm mới, ví dụ 2027
    #[arg(long, value_name = "NĂM", help_heading = "Tùy chọn")]
    pub nam: String,
    /// Tệp chiến dịch mới; mặc định ở cạnh tệp cũ, cùng tên với năm mới
    #[arg(short = 'o', long = "output", value_name = "TỆP", help_heading = "Tùy chọn")]
    pub output: Option<PathBuf>,
}

/// `vanthu sao`
#[derive(Debug, ClapArgs)]
pub struct SaoArgs {
    /// Tệp PDF cần sao
    #[arg(value_name = "TỆP.pdf", help_heading = "Tham số")]
    pub tep: PathBuf,
    /// Mã cơ quan sao văn bản, là tên tệp trong data/co_quan
    #[arg(long, value_name = "MÃ", help_heading = "Tùy chọn")]
    pub co_quan: String,
    /// Mã người ký bản sao, trong tệp cơ quan; bản sao điện tử không cần
    #[arg(long, value_name = "MÃ", required_unless_present = "dien_tu", help_heading = "Tùy chọn")]
    pub nguoi_ky: Option<String>,
    /// Quyền hạn của người ký khi chức vụ chưa đủ rõ: TM, Q, KT, TL, TUQ
    #[arg(long, value_name = "QUYỀN", help_heading = "Tùy chọn")]
    pub quyen_han: Option<String>,
    /// Hình thức sao: sao-y (mặc định), sao-luc
    #[arg(
        long,
        value_name = "HÌNH_THỨC",
        default_value = "sao-y",
        hide_default_value = true,
        help_heading = "Tùy chọn"
    )]
    pub hinh_thuc: String,
    /// Số bản sao; không ghi thì để trống cho văn thư
    #[arg(long, value_name = "SỐ", help_heading = "Tùy chọn")]
    pub so: Option<String>,
    /// Ngày sao, ví dụ 14/02/2027; không ghi thì để trống
    #[arg(long, value_name = "NGÀY", help_heading = "Tùy chọn")]
    pub ngay: Option<String>,
    /// Một nơi nhận; ghi nhiều lần để có nhiều nơi nhận
    #[arg(long, value_name = "NƠI", help_heading = "Tùy chọn")]
    pub noi_nhan: Vec<String>,
    /// Chữ sau “Lưu:”; mặc định là VT
    #[arg(long, value_name = "NƠI", help_heading = "Tùy chọn")]
    pub luu: Option<String>,
    /// Bản sao điện tử: ghi hình thức sao, tên cơ quan, thời gian ký ở góc trên bên phải trang đầu
    #[arg(long, conflicts_with_all = ["nguoi_ky", "quyen_han", "so", "ngay", "noi_nhan", "luu"], help_heading = "Tùy chọn")]
    pub dien_tu: bool,
    /// Tên cơ quan viết thường cho bản sao điện tử, ví dụ "Sở Y tế"
    #[arg(long, value_name = "TÊN", conflicts_with = "nguoi_ky", help_heading = "Tùy chọn")]
    pub ten_co_quan: Option<String>,
    /// Thời gian ký số, ví dụ 2027-02-14T10:30:00+07:00; không ghi thì chừa chỗ cho phần mềm ký số
    #[arg(long, value_name = "LÚC", conflicts_with = "nguoi_ky", help_heading = "Tùy chọn")]
    pub thoi_gian_ky: Option<String>,
    /// Tệp kết quả; mặc định là output/TỆP_sao_y.pdf
    #[arg(short = 'o', long = "output", value_name = "RA.pdf", help_heading = "Tùy chọn")]
    pub ra: Option<PathBuf>,
    /// Thư mục có phông Times New Roman của máy, dùng thay phông Tinos đi kèm
    #[arg(long, value_name = "THƯ_MỤC", help_heading = "Tùy chọn")]
    pub font_dir: Option<PathBuf>,
}

/// `vanthu list`
#[derive(Debug, ClapArgs)]
pub struct ListArgs {
    /// Chỉ liệt kê một thứ: loai, co_quan, chien_dich; hoặc những số liệu có sẵn: ky_niem (ngày kỷ niệm), phap_luat (văn bản để viện dẫn), giai_doan (giai đoạn, nhiệm kỳ), tinh_thanh
    #[arg(value_name = "THỨ", value_enum, hide_possible_values = true, help_heading = "Tham số")]
    pub what: Option<What>,
    /// Chỉ in những dòng có chữ này, ví dụ "thi đua"; cho các số liệu có sẵn
    #[arg(value_name = "CHỮ", help_heading = "Tham số")]
    pub tim: Option<String>,
    /// Liệt kê các mẫu văn bản để tạo bằng vanthu new --mau
    #[arg(long, conflicts_with = "what", help_heading = "Tùy chọn")]
    pub mau: bool,
}

/// `vanthu new`
#[derive(Debug, ClapArgs)]
pub struct NewArgs {
    /// Thư mục mới của dự án; có --mau thì cũng có thể là dự án đang có, bỏ trống là thư mục hiện tại
    #[arg(value_name = "THƯ_MỤC", help_heading = "Tham số")]
    pub folder: Option<PathBuf>,
    /// Chiến dịch mẫu của một loại văn bản, ví dụ "tờ trình"; xem các mẫu bằng vanthu list --mau
    #[arg(long, value_name = "LOẠI", help_heading = "Tùy chọn")]
    pub mau: Option<String>,
}

/// Values of `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    Pdf,
    Typ,
    Png,
    Svg,
}

/// Values of `--format` of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportArg {
    Human,
    Json,
    Sarif,
    Github,
}

/// Values of `--quy-dinh`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum QuyDinhArg {
    Nd30,
    TheoNgay,
}

/// What `vanthu list` can list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum What {
    Loai,
    CoQuan,
    ChienDich,
    KyNiem,
    PhapLuat,
    GiaiDoan,
    TinhThanh,
}
