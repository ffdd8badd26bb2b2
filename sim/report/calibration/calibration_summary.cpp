#include "sim/report/calibration/calibration_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/calibration/calibration_wording.h"
#include "sim/report/whole_path.h"
#include "sim/report/wording.h"
#include "sim/scenario/calibration_limits.h"

namespace phusong::report {
namespace {

using analysis::Agreement;
using analysis::HeldOutGain;

/// Words a calibration line by line.
class CalibrationSummary {
 public:
  explicit CalibrationSummary(const CalibrationReport& report)
      : report_(report),
        study_(report.study),
        words_(calibration_wording(report.language())),
        numbers_(wording(report.language())) {}

  /// What was compared and what helps.
  std::string findings() {
    add_measurements();
    add_terms();
    say(words_.agreement_head);
    add_agreement(words_.before, study_.before);
    add_agreement(words_.after, study_.after);
    add_agreement(words_.held_out_after, study_.held_out_after);
    if (!study_.is_plausible()) {
      say(words_.not_plausible, fmt::arg("sigma", decimals(study_.fit.sigma.value_db, 2)),
          fmt::arg("offset", scenario::kOffsetLimit.max), fmt::arg("most_sigma", scenario::kLocationSigmaLimit.max));
    } else if (!study_.helps()) {
      say(words_.nothing_helps);
    }
    return text_;
  }

  /// The same, and where the files are.
  std::string text(const std::filesystem::path& folder) {
    findings();
    if (!study_.helps()) return text_;
    text_ += fmt::format("\n{} {}\n", numbers_.written_to, folder.string());
    const std::filesystem::path seen_from_scenario =
        whole_path(folder / "calibration.toml").lexically_relative(whole_path(report_.scenario.folder));
    say(words_.how_to_use, fmt::arg("file", seen_from_scenario.generic_string()));
    return text_;
  }

 private:
  template <class... Arguments>
  void say(std::string_view form, const Arguments&... arguments) {
    text_ += fmt::format(fmt::runtime(form), arguments...) + "\n";
  }

  std::string count(std::size_t value) const { return number_text(static_cast<std::int64_t>(value), numbers_); }
  std::string decimals(double value, int places) const { return decimal_text(value, places, numbers_); }

  void add_measurements() {
    say(words_.measurements, fmt::arg("used", count(study_.compared.used.size())),
        fmt::arg("rows", count(report_.measurements.rows.size())), fmt::arg("censored", count(study_.before.censored)),
        fmt::arg("outliers", count(study_.fit.outliers)));
    for (const analysis::LeftOut reason : analysis::kLeftOutReasons) {
      const auto dropped =
          std::ranges::count(study_.compared.dropped, reason, &analysis::ComparedMeasurements::Dropped::reason);
      if (dropped == 0) continue;
      say(words_.left_out, fmt::arg("count", count(static_cast<std::size_t>(dropped))),
          fmt::arg("reason", left_out_words(reason, report_.language())));
    }
  }

  void add_terms() {
    say(words_.held_out, fmt::arg("blocks", count(study_.blocks.count())),
        fmt::arg("block_km", general_text(report_.settings.hold_out.block_m / 1000.0, numbers_)),
        fmt::arg("folds", study_.blocks.folds));
    for (const analysis::TermTrial& trial : study_.trials)
      add_gain(term_words(trial.term, report_.language()), trial.gain);
    add_gain(words_.spread_term, study_.sigma_gain);
    say(words_.sigma, fmt::arg("sigma", decimals(study_.fit.sigma.value_db, 2)),
        fmt::arg("error", decimals(study_.fit.sigma.standard_error_db, 2)));
    if (study_.corrections.location_sigma_db)
      say(words_.location_sigma, fmt::arg("sigma", decimals(*study_.corrections.location_sigma_db, 2)));
  }

  void add_gain(std::string_view term, const HeldOutGain& gain) {
    say(gain.is_kept ? words_.kept : words_.not_kept, fmt::arg("term", term), fmt::arg("gain", decimals(gain.gain, 4)),
        fmt::arg("error", decimals(gain.standard_error, 4)));
  }

  void add_agreement(std::string_view which, const Agreement& agreement) {
    say(words_.agreement, fmt::arg("which", which), fmt::arg("bias", decimals(agreement.bias_db, 2)),
        fmt::arg("rmse", decimals(agreement.rmse_db, 2)),
        fmt::arg("hits", agreement.hit_rate ? percent_text(*agreement.hit_rate, numbers_) : "–"));
  }

  const CalibrationReport& report_;
  const analysis::CalibrationStudy& study_;
  const CalibrationWording& words_;
  const Wording& numbers_;
  std::string text_;
};

}  // namespace

std::string calibration_findings(const CalibrationReport& report) {
  return CalibrationSummary(report).findings();
}

std::string calibration_summary(const CalibrationReport& report, const std::filesystem::path& folder) {
  return CalibrationSummary(report).text(folder);
}

}  // namespace phusong::report
