#include "sim/report/analysis/why_not_wording.h"

#include <fmt/format.h>

#include "sim/report/plan/plan_data.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

using analysis::FixKind;
using analysis::FixObstacle;
using analysis::Reason;

constexpr WhyNotWording kVietnameseReasons = {
    .no_cell_in_range = "không có cell nào trong tầm",
    .distance = "quá xa trạm",
    .obstacle = "bị địa hình che khuất",
    .clutter = "bị cây cối, nhà cửa che khuất",
    .indoor = "tổn hao vào nhà hoặc vào xe quá lớn",
    .power = "ăng-ten phát quá yếu về hướng này",
    .missing = "cell mạnh nhất {cell} thiếu {missing} dB",
    .obstacle_at = "vật cản cao hơn tia {height} m, cách trạm {distance} km",
    .tilt = "chỉnh góc cụp của {cell} từ {from}° thành {to}°",
    .azimuth = "xoay hướng của {cell} từ {from}° sang {to}°",
    .raised_power = "tăng công suất của {cell} thêm {rise} dB",
    .technology = "lắp thêm {technologies} tại trạm {site}",
    .pole = "dựng cột {height} m với {technologies} ({site})",
    .mast = "xây trạm {height} m với {technologies} ({site})",
    .tilt_kind = "chỉnh góc cụp ăng-ten",
    .azimuth_kind = "xoay hướng ăng-ten",
    .power_kind = "tăng công suất phát",
    .technology_kind = "lắp thêm công nghệ tại trạm có sẵn",
    .pole_kind = "dựng cột tại hoặc gần thôn",
    .mast_kind = "xây trạm mới",
    .cost = "{fix}: {amount} triệu đồng",
    .takes_down = "làm {count} thôn khác giảm mức phủ",
    .only_part = "chỉ phủ được một phần thôn",
    .no_terrain = "không thử được: thôn nằm ngoài dữ liệu địa hình",
    .no_cell = "không thử được: không có cell nào với tới thôn trong giới hạn cho phép",
    .no_setting = "không có mức nào trong giới hạn cho phép phủ thêm được thôn",
    .no_candidate = "không có trạm nào thuộc loại này phủ được điểm nào còn thiếu sóng",
    .reasons_title = "Vì sao {hamlets} thôn chưa phủ:",
    .fixes_title = "Cách rẻ nhất, tìm được cho {fixed} trong {hamlets} thôn chưa phủ (fixes.csv):",
};

constexpr WhyNotWording kEnglishReasons = {
    .no_cell_in_range = "no cell in range",
    .distance = "too far from the mast",
    .obstacle = "hidden by terrain",
    .clutter = "hidden by trees or buildings",
    .indoor = "too much loss into buildings or vehicles",
    .power = "the antenna radiates too little this way",
    .missing = "strongest cell {cell} lacks {missing} dB",
    .obstacle_at = "obstacle {height} m above the ray, {distance} km from the mast",
    .tilt = "tilt {cell} from {from}° to {to}°",
    .azimuth = "turn {cell} from {from}° to {to}°",
    .raised_power = "raise the power of {cell} by {rise} dB",
    .technology = "add {technologies} on mast {site}",
    .pole = "pole of {height} m with {technologies} ({site})",
    .mast = "mast of {height} m with {technologies} ({site})",
    .tilt_kind = "another tilt",
    .azimuth_kind = "another azimuth",
    .power_kind = "more power",
    .technology_kind = "a technology more on a mast that exists",
    .pole_kind = "a pole in or near the hamlet",
    .mast_kind = "a new mast",
    .cost = "{fix}: {amount} million VND",
    .takes_down = "takes {count} other hamlets down",
    .only_part = "covers only part of the hamlet",
    .no_terrain = "not tried: the hamlet is off the terrain",
    .no_cell = "not tried: no cell could reach the hamlet within the limits",
    .no_setting = "no setting within the limits serves more of the hamlet",
    .no_candidate = "no station of this kind covers any point without service",
    .reasons_title = "Why {hamlets} hamlets are not covered:",
    .fixes_title = "The cheapest fix, found for {fixed} of {hamlets} hamlets not covered (fixes.csv):",
};

template <class... Arguments>
std::string filled(std::string_view form, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(form), arguments...);
}

}  // namespace

const WhyNotWording& why_not_wording(std::string_view language) {
  return language == "vi" ? kVietnameseReasons : kEnglishReasons;
}

std::string_view reason_text(Reason reason, std::string_view language) {
  const WhyNotWording& words = why_not_wording(language);
  switch (reason) {
    case Reason::kTerrainUnknown:
      return wording(language).off_terrain;
    case Reason::kNoCellInRange:
      return words.no_cell_in_range;
    case Reason::kDistance:
      return words.distance;
    case Reason::kObstacle:
      return words.obstacle;
    case Reason::kClutter:
      return words.clutter;
    case Reason::kIndoor:
      return words.indoor;
    case Reason::kPower:
      return words.power;
  }
  return "";
}

std::string_view kind_text(FixKind kind, std::string_view language) {
  const WhyNotWording& words = why_not_wording(language);
  switch (kind) {
    case FixKind::kTilt:
      return words.tilt_kind;
    case FixKind::kAzimuth:
      return words.azimuth_kind;
    case FixKind::kPower:
      return words.power_kind;
    case FixKind::kTechnology:
      return words.technology_kind;
    case FixKind::kPole:
      return words.pole_kind;
    case FixKind::kMast:
      return words.mast_kind;
  }
  return "";
}

std::string note_text(const analysis::WhyNot& why, const network::Network& network, std::string_view language) {
  const WhyNotWording& words = why_not_wording(language);
  const Wording& numbers = wording(language);
  std::string text(reason_text(why.reason, language));
  if (why.reason == Reason::kObstacle && why.obstacle && why.obstacle->over_ray_m > 0.0) {
    text += "; " + filled(words.obstacle_at, fmt::arg("height", decimal_text(why.obstacle->over_ray_m, 0, numbers)),
                          fmt::arg("distance", decimal_text(why.obstacle->distance_km, 1, numbers)));
  }
  if (why.shortfall) {
    text += "; " + filled(words.missing, fmt::arg("cell", network.cells[why.shortfall->cell].cell_id),
                          fmt::arg("missing", decimal_text(why.shortfall->missing_db, 1, numbers)));
  }
  return text;
}

std::string fix_text(const analysis::Fix& fix, std::string_view language) {
  const WhyNotWording& words = why_not_wording(language);
  const Wording& numbers = wording(language);
  const auto cell = fmt::arg("cell", fix.cell_id);
  const auto site = fmt::arg("site", fix.site_id);
  const std::string from_text = general_text(fix.from, numbers);
  const std::string to_text = general_text(fix.to, numbers);
  const auto from = fmt::arg("from", from_text);
  const auto to = fmt::arg("to", to_text);
  const std::string technologies_text = names_of(fix.technologies);
  const auto technologies = fmt::arg("technologies", technologies_text);
  const std::string height_text = general_text(fix.height_m, numbers);
  const auto height = fmt::arg("height", height_text);
  switch (fix.kind) {
    case FixKind::kTilt:
      return filled(words.tilt, cell, from, to);
    case FixKind::kAzimuth:
      return filled(words.azimuth, cell, from, to);
    case FixKind::kPower:
      return filled(words.raised_power, cell, fmt::arg("rise", general_text(fix.to - fix.from, numbers)));
    case FixKind::kTechnology:
      return filled(words.technology, technologies, site);
    case FixKind::kPole:
      return filled(words.pole, height, technologies, site);
    case FixKind::kMast:
      return filled(words.mast, height, technologies, site);
  }
  return "";
}

std::string priced_fix_text(const analysis::Fix& fix, std::string_view language) {
  return filled(why_not_wording(language).cost, fmt::arg("fix", fix_text(fix, language)),
                fmt::arg("amount", decimal_text(fix.cost.capex_million_vnd, 1, wording(language))));
}

std::string fix_note(const analysis::Fix& fix, std::string_view language) {
  const WhyNotWording& words = why_not_wording(language);
  if (fix.obstacle) {
    switch (*fix.obstacle) {
      case FixObstacle::kNoTerrain:
        return std::string(words.no_terrain);
      case FixObstacle::kNoCell:
        return std::string(words.no_cell);
      case FixObstacle::kNoSetting:
        return std::string(words.no_setting);
      case FixObstacle::kNoCandidate:
        return std::string(words.no_candidate);
    }
  }
  std::string note = fix.covers() ? "" : std::string(words.only_part);
  if (fix.hamlets_lost.empty()) return note;
  if (!note.empty()) note += "; ";
  return note + filled(words.takes_down, fmt::arg("count", fix.hamlets_lost.size()));
}

}  // namespace phusong::report
