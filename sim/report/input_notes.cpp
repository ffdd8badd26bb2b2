#include "sim/report/input_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// With {count}, {names}, {least}, {greatest}, {greatest_db}, {valid_min}, {valid_max}; `one` is for a count of one
/// where that reads otherwise.
struct Form {
  std::string_view many;
  std::string_view one = many;
};

Form english_form(gis::InputNote::Kind kind) {
  using enum gis::InputNote::Kind;
  switch (kind) {
    case kSeparatorLine:
      return {"a line sep={names} passed over"};
    case kTitleRows:
      return {"{count} rows above the header passed over: {names}", "a row above the header passed over: {names}"};
    case kNumberingRow:
      return {"a row under the header that numbers the columns passed over: {names}"};
    case kColumnsCarried:
      return {"columns not known, carried through: {names}"};
    case kColumnsLeftOut:
      return {"columns not known, left out: {names}"};
    case kNamesCutOff:
      return {"names cut off, taken for the whole: {names}"};
    case kTwoPositions:
      return {"positions are those of lon_deg, lat_deg; x_m, y_m are not looked at"};
    case kNoRows:
      return {"has no rows"};
    case kSameAreas:
      return {"areas that differ only in letter case, blanks or hyphens are counted apart: {names}"};
    case kSameOperators:
      return {"operators that differ only in letter case, blanks or hyphens are taken for one: {names}"};
    case kCostsNotKnown:
      return {"items not known, nothing is paid for them: {names}"};
    case kAboveMast:
      return {"{count} cells with the antenna above the mast: {names}",
              "1 cell with the antenna above the mast: {names}"};
    case kNoAzimuth:
      return {"{count} cells with antenna_pattern and no azimuth_deg, taken as 0: {names}",
              "1 cell with antenna_pattern and no azimuth_deg, taken as 0: {names}"};
    case kTiltedTwice:
      return {
          "{count} cells with electrical_tilt_deg beside an electrical tilt in the antenna_pattern: the beam has the "
          "tilt of the table: {names} (table, pattern)",
          "1 cell with electrical_tilt_deg beside an electrical tilt in the antenna_pattern: the beam has the tilt "
          "of the table: {names} (table, pattern)"};
    case kZeroTilt:
      return {
          "{count} cells with electrical_tilt_deg 0 beside an electrical tilt in the antenna_pattern: the beam has the "
          "tilt of the pattern: {names} (table, pattern)",
          "1 cell with electrical_tilt_deg 0 beside an electrical tilt in the antenna_pattern: the beam has the tilt "
          "of "
          "the pattern: {names} (table, pattern)"};
    case kOtherBand:
      return {
          "{count} cells on another band than their antenna_pattern is for, by more than 10 %: {names} (cell, pattern)",
          "1 cell on another band than its antenna_pattern is for, by more than 10 %: {names} (cell, pattern)"};
    case kFeederNotUsed:
      return {
          "{count} cells with feeder_loss_db beside eirp_dbm or erp_dbm, which has it in it: not subtracted: {names}",
          "1 cell with feeder_loss_db beside eirp_dbm or erp_dbm, which has it in it: not subtracted: {names}"};
    case kCutsDiffer:
      return {"the horizontal and the vertical cut differ by {greatest_db} dB where they cross"};
    case kTiltDiffers:
      return {
          "header or comment say an electrical tilt of {least}° and the vertical cut has {greatest}°: that of the cut "
          "counts"};
    case kTiltUpsideDown:
      return {
          "header or comment say an electrical tilt of {least}° and the vertical cut has {greatest}°, above the "
          "horizon: that of the cut counts; the cut may be upside down"};
    case kOwnCrs:
      return {"has a CRS of its own, '{names}', and terrain.elevation_crs is not used for it"};
    case kHeightUnit:
      return {"heights in {names} are converted to metres"};
    case kOutsideRange:
      return {
          "{count} samples outside valid_range_m ({valid_min} … {valid_max} m) are void: the least {least} m, the "
          "greatest {greatest} m",
          "1 sample outside valid_range_m ({valid_min} … {valid_max} m) is void: {least} m"};
  }
  return {"", ""};
}

Form vietnamese_form(gis::InputNote::Kind kind) {
  using enum gis::InputNote::Kind;
  switch (kind) {
    case kSeparatorLine:
      return {"bỏ qua dòng sep={names}"};
    case kTitleRows:
      return {"bỏ qua {count} dòng phía trên dòng tiêu đề cột: {names}"};
    case kNumberingRow:
      return {"bỏ qua dòng đánh số cột phía dưới dòng tiêu đề cột: {names}"};
    case kColumnsCarried:
      return {"các cột không rõ nghĩa, được chép sang kết quả: {names}"};
    case kColumnsLeftOut:
      return {"các cột không rõ nghĩa, không dùng đến: {names}"};
    case kNamesCutOff:
      return {"tên cột bị cắt ngắn, được hiểu là tên đầy đủ: {names}"};
    case kTwoPositions:
      return {"vị trí lấy theo lon_deg, lat_deg; không dùng x_m, y_m"};
    case kNoRows:
      return {"không có dòng nào"};
    case kSameAreas:
      return {"các địa danh chỉ khác nhau ở chữ hoa, khoảng trắng hoặc gạch nối được đếm riêng: {names}"};
    case kSameOperators:
      return {"các nhà mạng chỉ khác nhau ở chữ hoa, khoảng trắng hoặc gạch nối được coi là một: {names}"};
    case kCostsNotKnown:
      return {"các khoản mục không rõ nghĩa, không tính chi phí: {names}"};
    case kAboveMast:
      return {"{count} cell có anten cao hơn cột: {names}"};
    case kNoAzimuth:
      return {"{count} cell có antenna_pattern mà không có azimuth_deg, lấy bằng 0: {names}"};
    case kTiltedTwice:
      return {
          "{count} cell có electrical_tilt_deg trong khi antenna_pattern đã có góc nghiêng điện: lấy góc nghiêng của "
          "bảng: {names} (bảng, giản đồ)"};
    case kZeroTilt:
      return {
          "{count} cell có electrical_tilt_deg bằng 0 trong khi antenna_pattern đã có góc nghiêng điện: lấy góc "
          "nghiêng "
          "của giản đồ: {names} (bảng, giản đồ)"};
    case kOtherBand:
      return {"{count} cell ở băng tần khác với băng tần của antenna_pattern, lệch hơn 10 %: {names} (cell, giản đồ)"};
    case kFeederNotUsed:
      return {
          "{count} cell có feeder_loss_db bên cạnh eirp_dbm hoặc erp_dbm là giá trị đã gồm suy hao này: không trừ "
          "thêm: {names}"};
    case kCutsDiffer:
      return {"giản đồ ngang và giản đồ đứng lệch nhau {greatest_db} dB tại hướng chung"};
    case kTiltDiffers:
      return {
          "phần đầu tệp hoặc chú thích ghi góc nghiêng điện {least}° trong khi giản đồ đứng có {greatest}°: lấy theo "
          "giản đồ đứng"};
    case kTiltUpsideDown:
      return {
          "phần đầu tệp hoặc chú thích ghi góc nghiêng điện {least}° trong khi giản đồ đứng có {greatest}°, hướng lên "
          "trên đường chân trời: lấy theo giản đồ đứng; giản đồ đứng có thể bị lộn ngược"};
    case kOwnCrs:
      return {"có hệ tọa độ riêng, '{names}', nên không dùng terrain.elevation_crs"};
    case kHeightUnit:
      return {"độ cao tính bằng {names} được đổi sang mét"};
    case kOutsideRange:
      return {
          "{count} mẫu nằm ngoài valid_range_m ({valid_min} … {valid_max} m) được coi là thiếu dữ liệu: nhỏ nhất "
          "{least} m, lớn nhất {greatest} m"};
  }
  return {"", ""};
}

bool is_warning(const gis::InputNote& note) {
  return note.kind == gis::InputNote::Kind::kOutsideRange;
}

std::vector<std::string> texts_of(const scenario::Scenario& scenario, bool warnings) {
  std::vector<std::string> texts;
  for (const gis::InputNote& note : scenario.notes) {
    if (is_warning(note) == warnings) texts.push_back(text_of(note, scenario.folder, scenario.options.report.language));
  }
  return texts;
}

}  // namespace

std::string name_in(const std::filesystem::path& folder, const std::string& file) {
  const std::filesystem::path path(file), base = folder / "";  // its last part is empty
  const auto [in_folder, rest] = std::ranges::mismatch(base, path);
  if (std::next(in_folder) != base.end()) return file;
  std::filesystem::path inside;
  for (auto part = rest; part != path.end(); ++part)
    inside /= *part;
  return inside.generic_string();
}

std::string text_of(const gis::InputNote& note, const std::filesystem::path& folder, std::string_view language) {
  const Form form = language == "vi" ? vietnamese_form(note.kind) : english_form(note.kind);
  const Wording& words = wording(language);
  const auto number = [&](double value) { return general_text(value, words); };
  const std::string text = fmt::format(
      fmt::runtime(note.count == 1 ? form.one : form.many),
      fmt::arg("count", number_text(static_cast<std::int64_t>(note.count), words)), fmt::arg("names", note.names),
      fmt::arg("least", number(note.least)), fmt::arg("greatest", number(note.greatest)),
      fmt::arg("greatest_db", decimal_text(note.greatest, 1, words)), fmt::arg("valid_min", number(note.valid_min)),
      fmt::arg("valid_max", number(note.valid_max)));
  return note.file.empty() ? text : name_in(folder, note.file) + ": " + text;
}

std::vector<std::string> input_note_texts(const scenario::Scenario& scenario) {
  return texts_of(scenario, false);
}

std::vector<std::string> input_warning_texts(const scenario::Scenario& scenario) {
  return texts_of(scenario, true);
}

}  // namespace phusong::report
