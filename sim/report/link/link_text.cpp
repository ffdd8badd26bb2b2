#include "sim/report/link/link_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/json_text.h"
#include "sim/report/link/link_wording.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;
using analysis::LinkBudget;
using analysis::LinkEnd;
using analysis::LinkTerm;
using analysis::LinkTermGroup;

constexpr std::array kGroupNames = {std::string_view("budget"), std::string_view("service"), std::string_view("path"),
                                    std::string_view("model")};

std::string value_text(const LinkTerm& term) {
  if (const auto* text = std::get_if<std::string_view>(&term.value)) return std::string(*text);
  const int decimals = term_decimals(term);
  return fmt::format("{:.{}f}", rounded(number_of(term), decimals) + 0.0, decimals);  // no minus before 0
}

Json value_json(const LinkTerm& term) {
  if (const auto* text = std::get_if<std::string_view>(&term.value)) return std::string(*text);
  return rounded(number_of(term), term_decimals(term)) + 0.0;
}

std::string_view sign_text(const LinkTerm& term) {
  if (term.group != LinkTermGroup::kBudget) return " ";
  return term.sign == 0 ? "=" : term.sign > 0 ? "+" : "-";
}

/// Characters, whatever their bytes; the words here have no wide or combining ones.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - std::min(width, length_of(text)), ' ');
}

/// Widths of the table's columns.
struct LinkColumns {
  std::size_t term = 4, value = 5, unit = 4, source = 6;

  explicit LinkColumns(const std::vector<LinkTerm>& terms) {
    for (const LinkTerm& row : terms) {
      term = std::max(term, length_of(row.name));
      value = std::max(value, length_of(value_text(row)));
      unit = std::max(unit, length_of(row.unit));
      source = std::max(source, length_of(row.source));
    }
  }
};

std::string terms_text(const LinkBudget& budget, std::string_view language) {
  const LinkColumns columns(budget.terms);
  const auto line = [&](std::string_view sign, std::string_view term, const std::string& value, std::string_view unit,
                        std::string_view source, std::string_view meaning) {
    return fmt::format("{} {}  {:>{}}  {}  {}  {}\n", sign, padded(term, columns.term), value, columns.value,
                       padded(unit, columns.unit), padded(source, columns.source), meaning);
  };
  std::string text = line(" ", "term", "value", "unit", "source", language == "vi" ? "nghĩa" : "meaning");
  const LinkTerm* last = nullptr;
  for (const LinkTerm& term : budget.terms) {
    if (last == nullptr || last->group != term.group) text += fmt::format("\n{}\n", group_words(term.group, language));
    text += line(sign_text(term), term.name, value_text(term), term.unit, term.source, term_words(term.name, language));
    last = &term;
  }
  return text;
}

std::string points_text(const LinkBudget& budget) {
  if (budget.points.empty()) return "";
  std::string text = fmt::format("\n  {:<5}  {:>9}  {:>11}  {}\n", "point", "level_dbm", "probability", "covered");
  for (const analysis::LinkPoint& point : budget.points) {
    text += fmt::format("  {:<5}  {:>9.2f}  {:>11.6f}  {}\n", point.point, point.level_dbm, point.probability,
                        point.is_covered ? 1 : 0);
  }
  return text;
}

Json end_json(const LinkEnd& end) {
  return {{"id", end.id},
          {"name", end.name},
          {"lon_deg", rounded(end.lon_lat.lon_deg, 9)},
          {"lat_deg", rounded(end.lon_lat.lat_deg, 9)},
          {"ground_m", rounded(end.ground_m, 2)},
          {"height_m", rounded(end.height_agl_m, 2)}};
}

Json terms_json(const LinkBudget& budget, std::string_view language) {
  Json list = Json::array();
  for (const LinkTerm& term : budget.terms) {
    list.push_back({{"term", term.name},
                    {"value", value_json(term)},
                    {"unit", term.unit},
                    {"source", term.source},
                    {"group", kGroupNames.at(static_cast<std::size_t>(term.group))},
                    {"sign", term.sign},
                    {"meaning", term_words(term.name, language)}});
  }
  return list;
}

Json points_json(const LinkBudget& budget) {
  Json list = Json::array();
  for (const analysis::LinkPoint& point : budget.points) {
    list.push_back({{"point", point.point},
                    {"level_dbm", rounded(point.level_dbm, 2)},
                    {"probability", rounded(point.probability, 6)},
                    {"covered", point.is_covered}});
  }
  return list;
}

Json profile_json(const analysis::LinkProfile& profile) {
  Json json = {{"k_factor", rounded(profile.k_factor, 6)}, {"obstacle", nullptr}};
  if (profile.obstacle) {
    json["obstacle"] = {{"sample", profile.obstacle->sample},
                        {"distance_km", rounded(profile.samples[profile.obstacle->sample].distance_km, 4)},
                        {"over_ray_m", rounded(profile.obstacle->over_ray_m, 2)},
                        {"nu", rounded(profile.obstacle->nu, 6)},
                        {"lon_deg", rounded(profile.obstacle->lon_lat.lon_deg, 6)},
                        {"lat_deg", rounded(profile.obstacle->lon_lat.lat_deg, 6)}};
  }
  const auto add = [&](const char* name, double analysis::LinkSample::*value, int decimals) {
    Json list = Json::array();
    for (const analysis::LinkSample& sample : profile.samples)
      list.push_back(rounded(sample.*value, decimals));
    json[name] = std::move(list);
  };
  using analysis::LinkSample;
  add("distance_km", &LinkSample::distance_km, 6);
  add("ground_m", &LinkSample::ground_m, 2);
  add("clutter_m", &LinkSample::clutter_m, 2);
  add("bulge_m", &LinkSample::bulge_m, 2);
  add("ray_m", &LinkSample::ray_m, 2);
  add("fresnel_m", &LinkSample::fresnel_m, 2);
  return json;
}

std::string end_title(const LinkEnd& end) {
  if (end.id.empty()) {
    return fmt::format("{:.6f}, {:.6f}, {:g} m", end.lon_lat.lon_deg, end.lon_lat.lat_deg, end.height_agl_m);
  }
  return end.name.empty() || end.name == end.id ? end.id : fmt::format("{} ({})", end.name, end.id);
}

}  // namespace

int term_decimals(const LinkTerm& term) {
  if (term.name.ends_with("lon_deg") || term.name.ends_with("lat_deg")) return 6;
  if (term.unit.starts_with("dB") || term.unit == "m" || term.unit == "N") return 2;
  if (term.unit == "km" || term.unit == "°" || term.unit == "mrad") return 4;
  return term.unit == "mm/h" ? 2 : 6;
}

std::string title_of(const LinkBudget& budget) {
  return fmt::format("{} → {}", end_title(budget.from), end_title(budget.to));
}

std::string link_text(const LinkBudget& budget, std::string_view language) {
  const std::string point = budget.point > 0 ? fmt::format(", point {}", budget.point) : "";
  std::string text = fmt::format("{}{}, {:g} MHz\n\n", title_of(budget), point, budget.frequency_mhz);
  text += terms_text(budget, language);
  text += points_text(budget);
  for (const analysis::LinkRemark& remark : budget.remarks)
    text += fmt::format("{}{}\n", &remark == budget.remarks.data() ? "\n" : "", remark_text(remark, language));
  return text;
}

std::string link_json(const LinkBudget& budget, std::string_view language) {
  Json json = {{"from", end_json(budget.from)},
               {"to", end_json(budget.to)},
               {"point", budget.hamlet ? Json(budget.point) : Json()},
               {"frequency_mhz", budget.frequency_mhz},
               {"terms", terms_json(budget, language)},
               {"points", points_json(budget)},
               {"remarks", Json::array()},
               {"profiles", Json::array()}};
  for (const analysis::LinkRemark& remark : budget.remarks)
    json["remarks"].push_back({{"kind", name_of(remark.kind)}, {"text", remark_text(remark, language)}});
  for (const analysis::LinkProfile& profile : budget.profiles)
    json["profiles"].push_back(profile_json(profile));
  return json_text(json);
}

}  // namespace phusong::report
