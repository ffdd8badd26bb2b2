#include "sim/report/calibration/calibration_wording.h"

namespace phusong::report {
namespace {

using analysis::CorrectionTerm;
using analysis::LeftOut;

constexpr CalibrationWording kVietnameseCalibration{
    .measurements = "Số đo: dùng {used} trong {rows}; {censored} ở mức nhiễu nền, {outliers} giá trị ngoại lai",
    .left_out = "  bỏ {count}: {reason}",
    .held_out = "Kiểm chứng: {blocks} ô đất {block_km} km, {folds} phần, mỗi phần được giữ lại một lần",
    .kept = "  giữ: {term} (lợi {gain} ± {error})",
    .not_kept = "  không giữ: {term} (lợi {gain} ± {error})",
    .sigma = "Độ lệch chuẩn của phần dư: {sigma} ± {error} dB",
    .location_sigma = "  σ theo vị trí thay cho P.1812: {sigma} dB, cùng với service.model_sigma_db",
    .agreement_head = "Đo trừ dự đoán:",
    .agreement = "  {which}: lệch {bias} dB, RMSE {rmse} dB, đúng phía của ngưỡng {hits}",
    .before = "trước",
    .after = "sau, trên số đo đã khớp",
    .held_out_after = "sau, trên ô đất giữ lại",
    .spread_term = "σ theo vị trí",
    .nothing_helps = "Không hiệu chỉnh nào có ích trên các ô đất được giữ lại, nên không ghi gì cả.",
    .not_plausible =
        "Phần dư lệch tới {sigma} dB, hoặc có hiệu chỉnh ngoài phạm vi mà kịch bản nhận (±{offset} dB, σ đến "
        "{most_sigma} dB): số "
        "đo không thuộc mạng này (đơn vị, cell, vị trí?), nên không ghi gì cả.",
    .how_to_use = "Dùng trong scenario.toml: [propagation] calibration = \"{file}\"",
    .file_head = "Hiệu chỉnh mức thu (dB, cộng vào mức dự đoán) theo số đo, do phusong calibrate lập.",
    .offset_cells = "Theo cell, ngoài phần của công nghệ.",
    .offset_technologies = "Theo công nghệ.",
    .offset_clutter = "Theo lớp phủ mặt đất tại máy thu.",
    .slope = "slope_db_per_decade · log10(cự ly / reference_km); ngoài min_km … max_km giữ giá trị ở đầu mút.",
    .location = "σ theo vị trí, thay cho biến động vị trí của P.1812; service.model_sigma_db được tính thêm.",
    .much_stronger = "đo mạnh hơn trên 10 dB",
    .stronger = "đo mạnh hơn 3–10 dB",
    .as_predicted = "lệch dưới 3 dB",
    .weaker = "đo yếu hơn 3–10 dB",
    .much_weaker = "đo yếu hơn trên 10 dB",
    .at_noise_floor = "ở mức nhiễu nền",
    .not_compared = "không so sánh",
    .measured_axis = "Đo, dBm",
    .predicted_axis = "Dự đoán, dBm",
    .residual_axis = "Đo − dự đoán, dB",
    .distance_axis = "Cự ly, km",
    .share_axis = "Phần trăm số đo",
    .scatter_title = "Đo và dự đoán",
    .distance_title = "Phần dư theo cự ly",
    .histogram_title = "Phân bố phần dư",
    .median_line = "trung vị",
    .tenths_line = "10 % và 90 %",
    .counted = "{count} số đo trên nhiễu nền"};

constexpr CalibrationWording kEnglishCalibration{
    .measurements = "Measurements: {used} of {rows} used; {censored} at the noise floor, {outliers} outliers",
    .left_out = "  {count} left out: {reason}",
    .held_out = "Held out: {blocks} blocks of ground of {block_km} km in {folds} folds, each once",
    .kept = "  kept: {term} (gain {gain} ± {error})",
    .not_kept = "  not kept: {term} (gain {gain} ± {error})",
    .sigma = "Standard deviation of the residuals: {sigma} ± {error} dB",
    .location_sigma = "  σ over locations in the place of P.1812's: {sigma} dB, beside service.model_sigma_db",
    .agreement_head = "Measured less predicted:",
    .agreement = "  {which}: bias {bias} dB, RMSE {rmse} dB, on the right side of the threshold {hits}",
    .before = "before",
    .after = "after, on what was fitted",
    .held_out_after = "after, on held-out ground",
    .spread_term = "σ over locations",
    .nothing_helps = "No correction helps on held-out ground, so nothing is written.",
    .not_plausible =
        "The residuals spread by {sigma} dB, or a correction is beyond what a scenario takes (±{offset} dB, σ up to "
        "{most_sigma} "
        "dB): these are not measurements of this network (units, cells, positions?), so nothing is written.",
    .how_to_use = "To use it in scenario.toml: [propagation] calibration = \"{file}\"",
    .file_head = "Corrections to levels (dB, added to the predicted level) by measurements, made by phusong calibrate.",
    .offset_cells = "Per cell, beside that of its technology.",
    .offset_technologies = "Per technology.",
    .offset_clutter = "Per land-cover class at the receiver.",
    .slope =
        "slope_db_per_decade · log10(distance / reference_km); outside min_km … max_km the value at the end holds.",
    .location = "σ over locations, for the location variability of P.1812; service.model_sigma_db is added to it.",
    .much_stronger = "measured over 10 dB stronger",
    .stronger = "measured 3–10 dB stronger",
    .as_predicted = "within 3 dB",
    .weaker = "measured 3–10 dB weaker",
    .much_weaker = "measured over 10 dB weaker",
    .at_noise_floor = "at the noise floor",
    .not_compared = "not compared",
    .measured_axis = "Measured, dBm",
    .predicted_axis = "Predicted, dBm",
    .residual_axis = "Measured − predicted, dB",
    .distance_axis = "Distance, km",
    .share_axis = "Per cent of measurements",
    .scatter_title = "Measured against predicted",
    .distance_title = "Residual over distance",
    .histogram_title = "Distribution of the residuals",
    .median_line = "median",
    .tenths_line = "10 % and 90 %",
    .counted = "{count} measurements above the noise floor"};

bool is_vietnamese(std::string_view language) {
  return language == "vi";
}

}  // namespace

const CalibrationWording& calibration_wording(std::string_view language) {
  return is_vietnamese(language) ? kVietnameseCalibration : kEnglishCalibration;
}

std::string_view term_words(CorrectionTerm term, std::string_view language) {
  const bool vietnamese = is_vietnamese(language);
  switch (term) {
    case CorrectionTerm::kTechnology:
      return vietnamese ? "theo công nghệ" : "per technology";
    case CorrectionTerm::kDistance:
      return vietnamese ? "độ dốc theo cự ly" : "slope with distance";
    case CorrectionTerm::kClutter:
      return vietnamese ? "theo lớp phủ mặt đất" : "per clutter class";
    case CorrectionTerm::kCell:
      return vietnamese ? "theo cell" : "per cell";
  }
  return "";
}

std::string_view left_out_words(LeftOut reason, std::string_view language) {
  const bool vietnamese = is_vietnamese(language);
  switch (reason) {
    case LeftOut::kSaturated:
      return vietnamese ? "máy thu bão hòa" : "the receiver is saturated";
    case LeftOut::kNearMast:
      return vietnamese ? "quá gần cột" : "too near the mast";
    case LeftOut::kBearing:
      return vietnamese ? "sai số vị trí làm lệch hướng quá nhiều" : "the position error turns the bearing too far";
    case LeftOut::kBeyondRange:
      return vietnamese ? "xa hơn propagation.max_range_km" : "beyond propagation.max_range_km";
    case LeftOut::kAllAtFloor:
      return vietnamese ? "mọi số đo của công nghệ hay máy phát này đều ở mức nhiễu nền"
                        : "all of its technology, or of its own transmitter, are at the noise floor";
  }
  return "";
}

}  // namespace phusong::report
