#include <fmt/format.h>

#include "sim/report/uncertainty/uncertainty_files.h"
#include "sim/report/uncertainty/uncertainty_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// Puts the lines together in one language.
class UncertaintySummary {
 public:
  explicit UncertaintySummary(const UncertaintyData& data)
      : uncertainty_(data.uncertainty),
        words_(uncertainty_wording(data.scenario.options.report.language)),
        numbers_(wording(data.scenario.options.report.language)) {}

  std::string text() const {
    std::string text = "\n" + title();
    text += line(fmt::format(fmt::runtime(words_.as_it_stands), fmt::arg("operator", uncertainty_.operators.back())),
                 uncertainty_.by_operator.back());
    if (const auto& plan = uncertainty_.plan)
      text += line(words_.plan_before, plan->before) + line(words_.plan_after, plan->after);
    for (std::size_t period = 1; period < uncertainty_.by_period.size(); ++period) {
      text +=
          line(fmt::format(fmt::runtime(words_.period), fmt::arg("period", period)), uncertainty_.by_period[period]);
    }
    return text;
  }

 private:
  const analysis::Uncertainty& uncertainty_;
  const UncertaintyWording& words_;
  const Wording& numbers_;

  std::string title() const {
    return fmt::format(fmt::runtime(words_.title),
                       fmt::arg("draws", number_text(uncertainty_.settings.draws, numbers_)),
                       fmt::arg("seed", uncertainty_.settings.seed)) +
           "\n";
  }

  std::string line(std::string_view state, const analysis::CoverageOdds& odds) const {
    std::string text = fmt::format(fmt::runtime(words_.share), fmt::arg("state", state),
                                   fmt::arg("low", percent_text(odds.share_5, numbers_)),
                                   fmt::arg("middle", percent_text(odds.share_50, numbers_)),
                                   fmt::arg("high", percent_text(odds.share_95, numbers_)));
    if (odds.target_holds) {
      text +=
          fmt::format(fmt::runtime(words_.target), fmt::arg("probability", percent_text(*odds.target_holds, numbers_)));
    }
    return text + "\n";
  }
};

}  // namespace

std::string uncertainty_summary(const UncertaintyData& data) {
  return UncertaintySummary(data).text();
}

}  // namespace phusong::report
