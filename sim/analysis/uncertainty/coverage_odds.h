#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "sim/analysis/uncertainty/hamlet_reception.h"
#include "sim/progress/progress.h"

namespace phusong::analysis {

/// How often a hamlet has each status; all 0 where it has no ground.
struct StatusOdds {
  double covered = 0.0, hollow = 0.0, white = 0.0;
};

/// The uncertainty of what a set of cells covers.
struct CoverageOdds {
  /// Share of all hamlets that are covered: the least share that at most the others' part of the draws exceeds.
  double share_5 = 0.0, share_50 = 0.0, share_95 = 0.0;
  double share_mean = 0.0;
  /// How often the target's hamlets or people are reached; nothing where the target is neither.
  std::optional<double> target_holds;
  std::map<std::int64_t, std::int64_t> counted;  ///< draws by the hamlets, or people, that count towards the target
  std::vector<StatusOdds> hamlets;
};

/// The draws that the odds are counted over.
struct DrawSettings {
  int draws = 10000;
  std::uint64_t seed = 1;
};

/// What the target asks for, of the hamlets or of the people.
struct DrawTarget {
  bool of_people = false;
  double share = 0.0;
  std::int64_t needed = 0;
};

/// The target of a scenario; nothing where it is a budget or fixed broadband. The minimum of communes is no part of it.
std::optional<DrawTarget> draw_target(const scenario::Scenario& scenario);

/// The settings of a scenario: analysis.draws and analysis.seed.
DrawSettings draw_settings(const scenario::Scenario& scenario);

/// Counts by Monte Carlo how often the hamlets are covered, by each set of cells with the same errors: HamletDraws. The
/// same result for any number of threads; odds of a set do not depend on the other sets. Throws progress::Stopped.
std::vector<CoverageOdds> coverage_odds(const HeardNetwork& heard, std::span<const CellSet> sets,
                                        const DrawSettings& settings, progress::Progress& progress);

}  // namespace phusong::analysis
