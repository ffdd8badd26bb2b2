#include "sim/report/link/budget_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "sim/report/link/link_text.h"
#include "sim/report/link/link_wording.h"

namespace phusong::report {
namespace {

using analysis::LinkTerm;
using analysis::LinkTermGroup;

constexpr double kHeadingPt = 15.0, kRowPt = 16.2, kUnitPt = 22.0, kBeforeHeadingPt = 4.0;
constexpr int kMostDecimals = 4;

/// The terms of the path and the model that a picture shows, the most telling first; positions and heights are drawn.
constexpr std::array kShownOfPath = {
    std::string_view("distance_km"),     std::string_view("obstacle_km"),     std::string_view("obstacle_m"),
    std::string_view("obstacle_nu"),     std::string_view("path_type"),       std::string_view("Ld50_dB"),
    std::string_view("Lbs_dB"),          std::string_view("Lba_dB"),          std::string_view("clearance_4_3_m"),
    std::string_view("clearance_2_3_m"), std::string_view("vegetation_m"),    std::string_view("A_ref_dB"),
    std::string_view("delta_h_m"),       std::string_view("fresnel_radius_m")};

/// Between two points there is room for all of the path and the beginning of the model.
bool is_shown(const LinkTerm& term, const analysis::LinkBudget& budget) {
  const bool is_of_points = !budget.cell && budget.profiles.size() == 1;
  if (is_of_points) return true;
  if (term.group == LinkTermGroup::kBudget || term.group == LinkTermGroup::kService) return true;
  return std::ranges::find(kShownOfPath, term.name) != kShownOfPath.end();
}

/// Percentages of availability live in their last digits.
int picture_decimals(const LinkTerm& term) {
  return term.unit == "%" ? term_decimals(term) : std::min(term_decimals(term), kMostDecimals);
}

std::string value_of(const LinkTerm& term, const PictureWords& words, std::string_view language) {
  if (const auto* text = std::get_if<std::string_view>(&term.value)) return std::string(value_words(*text, language));
  const std::string number = picture_number(number_of(term), picture_decimals(term), words);
  return term.sign > 0 && number_of(term) > 0.005 ? "+" + number : number;
}

/// Losses are shown with their sign, so that the column can be added up.
LinkTerm as_added(LinkTerm term) {
  if (term.sign < 0) {
    term.value = -number_of(term);
    term.sign = 1;
  }
  return term;
}

void draw_row(Canvas& canvas, const PageBox& row, const LinkTerm& term, std::string_view language) {
  const PictureWords& words = picture_words(language);
  const bool is_sum = term.group == LinkTermGroup::kBudget && term.sign == 0;
  const double value_right = row.right - kUnitPt;
  canvas.text({row.left, row.top}, term_words(term.name, language), {.size_pt = 7.6, .is_bold = is_sum});
  canvas.text({value_right, row.top}, value_of(as_added(term), words, language),
              {.size_pt = 7.6, .is_bold = is_sum, .side = Side::kRight});
  canvas.text({value_right + 3.0, row.top}, term.unit, {.size_pt = 7.6});
  canvas.text({row.left, row.top + 8.6}, term.source, {.size_pt = 5.2, .grey = 0.3});
  if (is_sum && term.unit == "dBm")
    canvas.line({value_right - 42.0, row.top - 0.6}, {value_right, row.top - 0.6}, {.width_pt = 0.5});
}

}  // namespace

void draw_budget(Canvas& canvas, const PageBox& box, const analysis::LinkBudget& budget, std::string_view language) {
  double y = box.top;
  const LinkTerm* last = nullptr;
  for (const LinkTerm& term : budget.terms) {
    if (!is_shown(term, budget)) continue;
    const bool is_heading = last == nullptr || group_words(last->group, language) != group_words(term.group, language);
    if (is_heading && last != nullptr) y += kBeforeHeadingPt;
    if (y + (is_heading ? kHeadingPt : 0.0) + kRowPt > box.bottom) return;
    if (is_heading) {
      canvas.text({box.left, y}, group_words(term.group, language), {.size_pt = 9.0, .is_bold = true});
      canvas.line({box.left, y + 12.2}, {box.right, y + 12.2}, {.width_pt = 0.8});
      y += kHeadingPt;
    }
    draw_row(canvas, {box.left, y, box.right, y + kRowPt}, term, language);
    y += kRowPt;
    last = &term;
  }
}

}  // namespace phusong::report
