#include "sim/report/comparison/comparison_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/comparison/comparison_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

using analysis::Figure;

/// Words a comparison line by line.
class ComparisonSummary {
 public:
  explicit ComparisonSummary(const ComparisonData& data)
      : data_(data), words_(comparison_wording(data.language)), numbers_(wording(data.language)) {}

  std::string text(const std::filesystem::path& folder) {
    say(words_.runs, fmt::arg("a", data_.folder_a), fmt::arg("b", data_.folder_b));
    add_runs();
    add_services();
    add_plan();
    add_sunset();
    if (!data_.maps.left_out && !(data_.maps.in_a && data_.maps.in_b)) say(words_.maps_missing);
    return text_ + fmt::format("\n{} {}\n", numbers_.written_to, folder.string());
  }

 private:
  const ComparisonData& data_;
  const ComparisonWording& words_;
  const Wording& numbers_;
  std::string text_;

  template <class... Arguments>
  void say(std::string_view form, const Arguments&... arguments) {
    text_ += fmt::format(fmt::runtime(form), arguments...) + "\n";
  }

  std::string count(std::size_t value) const { return number_text(static_cast<std::int64_t>(value), numbers_); }

  std::string number(std::optional<double> value) const {
    if (!value) return std::string(words_.none);
    const bool is_whole = std::abs(*value - std::round(*value)) < 1e-9;
    return is_whole ? number_text(std::llround(*value), numbers_) : decimal_text(*value, 2, numbers_);
  }

  std::string signed_number(std::optional<double> value) const {
    if (!value) return "–";
    return *value > 0.0 ? "+" + number(value) : number(value);
  }

  void add_runs() {
    const analysis::RunComparison& changes = data_.changes;
    say(words_.hamlets, fmt::arg("compared", count(changes.hamlets.compared)),
        fmt::arg("only_a", count(changes.hamlets.only_a.size())),
        fmt::arg("only_b", count(changes.hamlets.only_b.size())));
    say(words_.settings, fmt::arg("inputs", count(changes.inputs.changes.size())),
        fmt::arg("options", count(changes.options.size())));
    if (data_.a.version != data_.b.version)
      say(words_.versions, fmt::arg("a", data_.a.version), fmt::arg("b", data_.b.version));
    if (data_.a.main_operator != data_.b.main_operator)
      say(words_.operators_differ, fmt::arg("a", data_.a.main_operator), fmt::arg("b", data_.b.main_operator));
    std::vector<std::string> alone = changes.technology_names.only_a;
    alone.insert(alone.end(), changes.technology_names.only_b.begin(), changes.technology_names.only_b.end());
    if (!alone.empty()) say(words_.technologies_only, fmt::arg("names", fmt::format("{}", fmt::join(alone, ", "))));
    if (changes.hamlets.changes.empty()) say(words_.no_change);
  }

  std::int64_t changed(const std::string& service, analysis::ChangeDirection direction) const {
    return std::ranges::count_if(data_.changes.hamlets.changes, [&](const analysis::HamletChange& change) {
      const std::string_view name = change.technology ? network::name_of(*change.technology) : "target";
      return change.operator_name.empty() && name == service && change.kind == analysis::ChangeKind::kStatus &&
             change.direction == direction;
    });
  }

  static const Figure* figure_of(const std::vector<Figure>& figures, std::string_view name) {
    const auto found = std::ranges::find(figures, name, &Figure::name);
    return found == figures.end() ? nullptr : &*found;
  }

  void add_services() {
    for (const analysis::ServiceComparison& service : data_.changes.total.coverage) {
      // Hamlets have no rows of technologies together other than the target's.
      const bool is_told = service.service != "any_technology" && service.service != "mobile_broadband";
      if (service.operator_name != data_.b.main_operator || !is_told) continue;
      const Figure* const covered = figure_of(service.figures, "hamlets_covered");
      if (covered == nullptr) continue;
      const std::string_view name = service.service == "target" ? words_.target : std::string_view(service.service);
      say(words_.status, fmt::arg("service", name), fmt::arg("a", number(covered->a)),
          fmt::arg("b", number(covered->b)), fmt::arg("difference", signed_number(covered->difference())),
          fmt::arg("better", changed(service.service, analysis::ChangeDirection::kBetter)),
          fmt::arg("worse", changed(service.service, analysis::ChangeDirection::kWorse)));
      if (service.service == "target") say_figure(words_.people, figure_of(service.figures, "people_covered"));
    }
  }

  void say_figure(std::string_view form, const Figure* figure) {
    if (figure == nullptr) return;
    say(form, fmt::arg("a", number(figure->a)), fmt::arg("b", number(figure->b)),
        fmt::arg("difference", signed_number(figure->difference())));
  }

  void add_plan() {
    const auto& plan = data_.changes.plan;
    if (!plan) return;
    say_figure(words_.plan, figure_of(plan->figures, "capex_million_vnd"));
    say(words_.stations, fmt::arg("both", count(plan->in_both.size())), fmt::arg("only_a", count(plan->only_a.size())),
        fmt::arg("only_b", count(plan->only_b.size())));
  }

  void add_sunset() {
    const auto& sunset = data_.changes.sunset;
    if (!sunset) return;
    say_figure(words_.sunset, figure_of(sunset->figures, "cells_off"));
  }
};

}  // namespace

std::string comparison_summary(const ComparisonData& data, const std::filesystem::path& folder) {
  return ComparisonSummary(data).text(folder);
}

}  // namespace phusong::report
