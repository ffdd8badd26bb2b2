#include "sim/report/input_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "sim/report/wording.h"

namespace phusong::report {
namespace {

using gis::InputNote;

/// With {count}, {names}, {least}, {greatest}, {greatest_db}, {valid_min}, {valid_max}; `one` is for a count of one
/// where that reads otherwise.
struct Form {
  std::string_view many;
  std::string_view one = many;
};

struct KindForm {
  InputNote::Kind kind;
  Form form;
};

constexpr std::array kEnglishForms = {
    KindForm{InputNote::Kind::kSeparatorLine, {"a line sep={names} passed over"}},
    KindForm{InputNote::Kind::kTitleRows,
             {"{count} rows above the header passed over: {names}", "a row above the header passed over: {names}"}},
    KindForm{InputNote::Kind::kNumberingRow, {"a row under the header that numbers the columns passed over: {names}"}},
    KindForm{InputNote::Kind::kColumnsCarried, {"columns not known, carried through: {names}"}},
    KindForm{InputNote::Kind::kColumnsLeftOut, {"columns not known, left out: {names}"}},
    KindForm{InputNote::Kind::kNamesCutOff, {"names cut off, taken for the whole: {names}"}},
    KindForm{InputNote::Kind::kTwoPositions, {"positions are those of lon_deg, lat_deg; x_m, y_m are not looked at"}},
    KindForm{InputNote::Kind::kNoRows, {"has no rows"}},
    KindForm{InputNote::Kind::kSameAreas,
             {"areas that differ only in letter case, blanks or hyphens are counted apart: {names}"}},
    KindForm{InputNote::Kind::kSameOperators,
             {"operators that differ only in letter case, blanks or hyphens are taken for one: {names}"}},
    KindForm{InputNote::Kind::kCostsNotKnown, {"items not known, nothing is paid for them: {names}"}},
    KindForm{InputNote::Kind::kRepeatedRows,
             {"{count} rows say the same as an earlier one, and all count: row {names} is the first",
              "row {names} says the same as an earlier one, and both count"}},
    KindForm{
        InputNote::Kind::kAboveMast,
        {"{count} cells with the antenna above the mast: {names}", "1 cell with the antenna above the mast: {names}"}},
    KindForm{InputNote::Kind::kNoAzimuth,
             {"{count} cells with antenna_pattern and no azimuth_deg, taken as 0: {names}",
              "1 cell with antenna_pattern and no azimuth_deg, taken as 0: {names}"}},
    KindForm{
        InputNote::Kind::kTiltedTwice,
        {"{count} cells with electrical_tilt_deg beside an electrical tilt in the antenna_pattern: the beam has the "
         "tilt of the table: {names} (table, pattern)",
         "1 cell with electrical_tilt_deg beside an electrical tilt in the antenna_pattern: the beam has the tilt "
         "of the table: {names} (table, pattern)"}},
    KindForm{
        InputNote::Kind::kZeroTilt,
        {"{count} cells with electrical_tilt_deg 0 beside an electrical tilt in the antenna_pattern: the beam has the "
         "tilt of the pattern: {names} (table, pattern)",
         "1 cell with electrical_tilt_deg 0 beside an electrical tilt in the antenna_pattern: the beam has the tilt "
         "of "
         "the pattern: {names} (table, pattern)"}},
    KindForm{
        InputNote::Kind::kOtherBand,
        {"{count} cells on another band than their antenna_pattern is for, by more than 10 %: {names} (cell, pattern)",
         "1 cell on another band than its antenna_pattern is for, by more than 10 %: {names} (cell, pattern)"}},
    KindForm{
        InputNote::Kind::kFeederNotUsed,
        {"{count} cells with feeder_loss_db beside eirp_dbm or erp_dbm, which has it in it: not subtracted: {names}",
         "1 cell with feeder_loss_db beside eirp_dbm or erp_dbm, which has it in it: not subtracted: {names}"}},
    KindForm{InputNote::Kind::kCutsDiffer,
             {"the horizontal and the vertical cut differ by {greatest_db} dB where they cross"}},
    KindForm{
        InputNote::Kind::kTiltDiffers,
        {"header or comment say an electrical tilt of {least}° and the vertical cut has {greatest}°: that of the cut "
         "counts"}},
    KindForm{InputNote::Kind::kTiltUpsideDown,
             {"header or comment say an electrical tilt of {least}° and the vertical cut has {greatest}°, above the "
              "horizon: that of the cut counts; the cut may be upside down"}},
    KindForm{InputNote::Kind::kOwnCrs,
             {"has a CRS of its own, '{names}', and terrain.elevation_crs is not used for it"}},
    KindForm{InputNote::Kind::kHeightUnit, {"heights in {names} are converted to metres"}},
    KindForm{InputNote::Kind::kOutsideRange,
             {"{count} samples outside valid_range_m ({valid_min} … {valid_max} m) are void: the least {least} m, the "
              "greatest {greatest} m",
              "1 sample outside valid_range_m ({valid_min} … {valid_max} m) is void: {least} m"}},
};

constexpr std::array kVietnameseForms = {
    KindForm{InputNote::Kind::kSeparatorLine, {"bỏ qua dòng sep={names}"}},
    KindForm{InputNote::Kind::kTitleRows, {"bỏ qua {count} dòng phía trên dòng tiêu đề cột: {names}"}},
    KindForm{InputNote::Kind::kNumberingRow, {"bỏ qua dòng đánh số cột phía dưới dòng tiêu đề cột: {names}"}},
    KindForm{InputNote::Kind::kColumnsCarried, {"các cột không rõ nghĩa, được chép sang kết quả: {names}"}},
    KindForm{InputNote::Kind::kColumnsLeftOut, {"các cột không rõ nghĩa, không dùng đến: {names}"}},
    KindForm{InputNote::Kind::kNamesCutOff, {"tên cột bị cắt ngắn, được hiểu là tên đầy đủ: {names}"}},
    KindForm{InputNote::Kind::kTwoPositions, {"vị trí lấy theo lon_deg, lat_deg; không dùng x_m, y_m"}},
    KindForm{InputNote::Kind::kNoRows, {"không có dòng nào"}},
    KindForm{InputNote::Kind::kSameAreas,
             {"các địa danh chỉ khác nhau ở chữ hoa, khoảng trắng hoặc gạch nối được đếm riêng: {names}"}},
    KindForm{InputNote::Kind::kSameOperators,
             {"các nhà mạng chỉ khác nhau ở chữ hoa, khoảng trắng hoặc gạch nối được coi là một: {names}"}},
    KindForm{InputNote::Kind::kCostsNotKnown, {"các khoản mục không rõ nghĩa, không tính chi phí: {names}"}},
    KindForm{InputNote::Kind::kRepeatedRows,
             {"{count} dòng trùng hệt với một dòng ở trên, vẫn được tính cả: đầu tiên là dòng {names}"}},
    KindForm{InputNote::Kind::kAboveMast, {"{count} cell có anten cao hơn cột: {names}"}},
    KindForm{InputNote::Kind::kNoAzimuth,
             {"{count} cell có antenna_pattern mà không có azimuth_deg, lấy bằng 0: {names}"}},
    KindForm{
        InputNote::Kind::kTiltedTwice,
        {"{count} cell có electrical_tilt_deg trong khi antenna_pattern đã có góc nghiêng điện: lấy góc nghiêng của "
         "bảng: {names} (bảng, giản đồ)"}},
    KindForm{InputNote::Kind::kZeroTilt,
             {"{count} cell có electrical_tilt_deg bằng 0 trong khi antenna_pattern đã có góc nghiêng điện: lấy góc "
              "nghiêng "
              "của giản đồ: {names} (bảng, giản đồ)"}},
    KindForm{InputNote::Kind::kOtherBand,
             {"{count} cell ở băng tần khác với băng tần của antenna_pattern, lệch hơn 10 %: {names} (cell, giản đồ)"}},
    KindForm{InputNote::Kind::kFeederNotUsed,
             {"{count} cell có feeder_loss_db bên cạnh eirp_dbm hoặc erp_dbm là giá trị đã gồm suy hao này: không trừ "
              "thêm: {names}"}},
    KindForm{InputNote::Kind::kCutsDiffer,
             {"giản đồ ngang và giản đồ đứng lệch nhau {greatest_db} dB tại hướng chung"}},
    KindForm{
        InputNote::Kind::kTiltDiffers,
        {"phần đầu tệp hoặc chú thích ghi góc nghiêng điện {least}° trong khi giản đồ đứng có {greatest}°: lấy theo "
         "giản đồ đứng"}},
    KindForm{
        InputNote::Kind::kTiltUpsideDown,
        {"phần đầu tệp hoặc chú thích ghi góc nghiêng điện {least}° trong khi giản đồ đứng có {greatest}°, hướng lên "
         "trên đường chân trời: lấy theo giản đồ đứng; giản đồ đứng có thể bị lộn ngược"}},
    KindForm{InputNote::Kind::kOwnCrs, {"có hệ tọa độ riêng, '{names}', nên không dùng terrain.elevation_crs"}},
    KindForm{InputNote::Kind::kHeightUnit, {"độ cao tính bằng {names} được đổi sang mét"}},
    KindForm{InputNote::Kind::kOutsideRange,
             {"{count} mẫu nằm ngoài valid_range_m ({valid_min} … {valid_max} m) được coi là thiếu dữ liệu: nhỏ nhất "
              "{least} m, lớn nhất {greatest} m"}},
};

Form form_of(InputNote::Kind kind, std::string_view language) {
  const std::span<const KindForm> forms =
      language == "vi" ? std::span<const KindForm>(kVietnameseForms) : std::span<const KindForm>(kEnglishForms);
  const auto found = std::ranges::find(forms, kind, &KindForm::kind);
  return found == forms.end() ? Form{""} : found->form;
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
  const Form form = form_of(note.kind, language);
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
