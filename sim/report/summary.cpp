#include "sim/report/summary.h"

#include <fmt/format.h>

#include "sim/report/analysis/why_not_summary.h"
#include "sim/report/page/page_file.h"
#include "sim/report/qgis/project.h"
#include "sim/report/target.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// Writes the lines of a summary in one language.
class CoverageSummary {
 public:
  explicit CoverageSummary(const RunData& run) : run_(run), words_(wording(run.scenario.options.report.language)) {}

  std::string title() const {
    return fmt::format("{}\n{}\n\n", run_.scenario.options.scenario.title,
                       fmt::format(fmt::runtime(words_.hamlets_and_people), number(std::ssize(all().hamlets)),
                                   number(all().population)));
  }

  std::string table() const {
    std::string text = row("", words_.covered, words_.hollow, words_.white, words_.unknown, words_.people_covered);
    const OperatorTotals& totals = all().operators[run_.main_operator()];
    for (const network::Technology technology : run_.coverage.technologies)
      text += totals_row(std::string(name_of(technology)), totals.by_technology[technology]);
    if (run_.scenario.options.plan.target.technologies.size() > 1)
      text += totals_row(target_technologies(), totals.target);
    for (const coverage::EnvironmentCoverage& of : run_.more_environments) {
      text += totals_row(fmt::format("{}, {}", target_technologies(), environment_text(of.environment, words_)),
                         target_totals(of));
    }
    return text + "\n";
  }

  std::string targets() const {
    std::string text;
    for (const TargetDistance& distance :
         distances_to_targets(all(), run_.network(), run_.coverage, run_.main_operator(), run_.scenario.options.plan)) {
      text += fmt::format(fmt::runtime(target_words(distance)), fmt::arg("share", percent_text(distance.share, words_)),
                          fmt::arg("technologies", target_technologies()), fmt::arg("needed", number(distance.needed)),
                          fmt::arg("reached", number(distance.reached)),
                          fmt::arg("missing", number(distance.hamlets_missing))) +
              "\n";
    }
    return text;
  }

  std::string files(const std::filesystem::path& folder) const {
    const bool is_comma = run_.scenario.options.report.csv == gis::CsvStyle::kComma;
    return fmt::format("{}{} {}\n{}\n{} {}\n{} qgis {}\n", remarks(), words_.written_to, folder.string(),
                       is_comma ? words_.comma_tables : words_.semicolon_tables, words_.page_in_browser,
                       (folder / kPageFile).string(), words_.look_at_it, (folder / kProjectFile).string());
  }

 private:
  const RunData& run_;
  const Wording& words_;

  /// What verdicts rest on, and what they do not.
  std::string remarks() const {
    std::string text;
    if (const std::string& file = run_.scenario.options.propagation.calibration; !file.empty())
      text += fmt::format(fmt::runtime(words_.calibrated), fmt::arg("file", file)) + "\n";
    if (run_.scenario.options.coverage.quality) text += fmt::format("{}\n", words_.quality_is_no_verdict);
    return text;
  }

  const AreaTotals& all() const { return run_.totals.all; }
  std::string number(std::int64_t value) const { return number_text(value, words_); }

  static std::string row(std::string_view name, std::string_view covered, std::string_view hollow,
                         std::string_view white, std::string_view unknown, std::string_view people) {
    return fmt::format("{:<14}{:>12}{:>12}{:>12}{:>12}{:>18}\n", name, covered, hollow, white, unknown, people);
  }

  std::string totals_row(std::string_view name, const ServiceTotals& totals) const {
    return row(name, number(totals.hamlets_covered), number(totals.hamlets_hollow), number(totals.hamlets_white),
               number(totals.hamlets_unknown), number(totals.people_covered));
  }

  /// The main operator's totals over the target's technologies in another environment.
  ServiceTotals target_totals(const coverage::EnvironmentCoverage& of) const {
    coverage::CoverageResult there;
    there.operators = {run_.coverage.operators[run_.main_operator()]};
    there.verdicts = {of.verdicts[run_.main_operator()]};
    return add_up(run_.network(), there, run_.scenario.options.plan.hollow_counts).all.operators.front().target;
  }

  std::string target_technologies() const {
    const scenario::PlanOptions& plan = run_.scenario.options.plan;
    std::string text;
    for (const network::Technology technology : plan.target.technologies) {
      if (!text.empty()) text += plan.combine == scenario::Combine::kAny ? words_.or_word : words_.and_word;
      text += name_of(technology);
    }
    return text;
  }

  std::string_view target_words(const TargetDistance& distance) const {
    if (distance.kind == "population_share") return words_.population_target;
    if (distance.kind == "fixed_broadband_share") return words_.broadband_target;
    return words_.hamlet_target;
  }
};

}  // namespace

std::string summary_text(const RunData& run, const std::filesystem::path& folder) {
  const CoverageSummary summary(run);
  return summary.title() + summary.table() + summary.targets() + why_not_summary(run) + summary.files(folder);
}

}  // namespace phusong::report
