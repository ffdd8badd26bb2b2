#include "sim/report/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace phusong::report {
namespace {

constexpr Wording kVietnameseWords = {
    .only_by_gap_paths = "chỉ được phủ bởi các đường truyền qua chỗ thiếu dữ liệu địa hình",
    .off_terrain = "nằm ngoài dữ liệu địa hình",
    .mast = "trạm {id} ({name})",
    .hamlet = "thôn {id} ({name})",
    .mast_off_terrain = "nằm ngoài dữ liệu địa hình: các cell của trạm không phát đến đâu cả",
    .hamlet_off_terrain = "nằm ngoài dữ liệu địa hình: không rõ trạng thái",
    .beside_terrain = "nằm sát mép địa hình hoặc trên ô thiếu dữ liệu: lấy độ cao của ô gần nhất có dữ liệu",
    .hamlets_and_people = "{} thôn, bản; {} người dân",
    .covered = "phủ sóng",
    .hollow = "lõm sóng",
    .white = "trắng sóng",
    .unknown = "không rõ",
    .people_covered = "dân được phủ",
    .outdoor = "ngoài trời",
    .vehicle = "trên xe",
    .indoor = "trong nhà",
    .or_word = " hoặc ",
    .and_word = " và ",
    .hamlet_target =
        "Mục tiêu {share} số thôn có {technologies}: cần {needed} thôn, hiện có {reached}, còn thiếu {missing}.",
    .population_target =
        "Mục tiêu {share} dân số có {technologies}: cần {needed} người, hiện có {reached}, còn thiếu ít nhất {missing} "
        "thôn.",
    .broadband_target =
        "Mục tiêu {share} số thôn có băng rộng cố định: cần {needed} thôn, hiện có {reached}, còn thiếu {missing}.",
    .quality_is_no_verdict =
        "SINR, C/I, Ec/Io và tốc độ (throughput) trong các bảng và bản đồ không được tính vào kết luận phủ sóng.",
    .calibrated = "Mức thu đã được hiệu chỉnh theo số đo: {file}.",
    .written_to = "Kết quả nằm trong",
    .page_in_browser = "Trang báo cáo, mở bằng trình duyệt:",
    .look_at_it = "Bản đồ trong QGIS:",
    .warnings = "Cảnh báo",
    .comma_tables =
        "Bảng .csv có dấu phẩy giữa các cột và dấu chấm thập phân, cho chương trình khác đọc; để mở bằng bảng "
        "tính tiếng Việt, dùng tables.xlsx hoặc đặt [report] csv = \"semicolon\".",
    .semicolon_tables =
        "Bảng .csv có dấu chấm phẩy giữa các cột và dấu phẩy thập phân, cho bảng tính tiếng Việt; để "
        "chương trình khác đọc, đặt [report] csv = \"comma\".",
    .decimal_mark = ',',
    .thousands_mark = ".",
};

constexpr Wording kEnglishWords = {
    .only_by_gap_paths = "covered only by paths over missing terrain",
    .off_terrain = "off the terrain",
    .mast = "mast {id} ({name})",
    .hamlet = "hamlet {id} ({name})",
    .mast_off_terrain = "is off the terrain: its cells contribute nothing",
    .hamlet_off_terrain = "is off the terrain: its status is unknown",
    .beside_terrain = "stands just off the terrain or on a void: its ground height is that of the nearest known cell",
    .hamlets_and_people = "{} hamlets, {} people",
    .covered = "covered",
    .hollow = "hollow",
    .white = "white",
    .unknown = "unknown",
    .people_covered = "people covered",
    .outdoor = "outdoors",
    .vehicle = "in vehicles",
    .indoor = "indoors",
    .or_word = " or ",
    .and_word = " and ",
    .hamlet_target =
        "Target {share} of hamlets with {technologies}: {needed} hamlets needed, {reached} reached, {missing} missing.",
    .population_target =
        "Target {share} of people with {technologies}: {needed} people needed, {reached} reached, at least {missing} "
        "hamlets missing.",
    .broadband_target =
        "Target {share} of hamlets with fixed broadband: {needed} hamlets needed, {reached} reached, {missing} "
        "missing.",
    .quality_is_no_verdict =
        "SINR, C/I, Ec/Io and throughput in tables and maps are no part of any verdict of coverage.",
    .calibrated = "Levels are corrected by measurements: {file}.",
    .written_to = "The results are in",
    .page_in_browser = "A page for a browser:",
    .look_at_it = "Maps in QGIS:",
    .warnings = "Warnings",
    .comma_tables =
        "The .csv tables have commas between the columns and decimal points, for other programs; for a "
        "spreadsheet with decimal commas there is tables.xlsx, or set [report] csv = \"semicolon\".",
    .semicolon_tables =
        "The .csv tables have semicolons between the columns and decimal commas, for a spreadsheet that "
        "has them; for other programs set [report] csv = \"comma\".",
    .decimal_mark = '.',
    .thousands_mark = ",",
};

/// Marks the thousands of a whole number written plainly.
std::string with_thousands(std::string text, const Wording& words) {
  const std::ptrdiff_t first_digit = text.starts_with('-') ? 1 : 0;
  for (std::ptrdiff_t at = std::ssize(text) - 3; at > first_digit; at -= 3)
    text.insert(static_cast<std::size_t>(at), words.thousands_mark);
  return text;
}

}  // namespace

const Wording& wording(std::string_view language) {
  return language == "vi" ? kVietnameseWords : kEnglishWords;
}

std::string_view environment_text(scenario::Environment environment, const Wording& words) {
  switch (environment) {
    case scenario::Environment::kOutdoor:
      return words.outdoor;
    case scenario::Environment::kVehicle:
      return words.vehicle;
    case scenario::Environment::kIndoor:
      return words.indoor;
  }
  return "";
}

std::string number_text(std::int64_t value, const Wording& words) {
  return with_thousands(std::to_string(value), words);
}

std::string decimal_text(double value, int decimals, const Wording& words) {
  const std::string text = fmt::format("{:.{}f}", value, decimals);
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return with_thousands(text, words);
  return with_thousands(text.substr(0, point), words) + words.decimal_mark + text.substr(point + 1);
}

std::string general_text(double value, const Wording& words) {
  std::string text = fmt::format("{:g}", value);
  std::ranges::replace(text, '.', words.decimal_mark);
  return text;
}

std::string percent_text(double share, const Wording& words) {
  std::string text = fmt::format("{:.4g} %", 100.0 * share);
  std::ranges::replace(text, '.', words.decimal_mark);
  return text;
}

}  // namespace phusong::report
