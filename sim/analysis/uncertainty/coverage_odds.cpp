#include "sim/analysis/uncertainty/coverage_odds.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <utility>

#include "sim/analysis/uncertainty/block_status.h"
#include "sim/analysis/uncertainty/hamlet_draws.h"
#include "sim/coverage/verdict_rules.h"

namespace phusong::analysis {
namespace {

/// Blocks whose draws are summed at a time: memory does not grow with the number of draws.
constexpr std::size_t kBatchBlocks = 64;
constexpr std::size_t kBatchDraws = kBatchBlocks * kBlockDraws;

/// Sums over hamlets in each draw of a batch.
struct DrawSums {
  std::vector<std::int32_t> covered;  ///< hamlets
  std::vector<std::int64_t> counted;  ///< hamlets or people, as the target counts them

  DrawSums() : covered(kBatchDraws), counted(kBatchDraws) {}
  void add(const DrawSums& other) {
    for (std::size_t i = 0; i < kBatchDraws; ++i) {
      covered[i] += other.covered[i];
      counted[i] += other.counted[i];
    }
  }
};

/// How many draws a hamlet had each status in.
struct StatusCounts {
  std::int64_t covered = 0, hollow = 0, white = 0;
};

/// The scratch space of a thread.
struct Worker {
  HamletDraws draws;
  std::vector<DrawSums> sums;  ///< [set]
};

/// Counts the draws of sets that fit into one word.
class Counter {
 public:
  Counter(const HeardNetwork& heard, std::span<const CellSet> sets, const DrawSettings& settings)
      : scenario_(heard.scenario),
        settings_(settings),
        target_(draw_target(heard.scenario)),
        reader_(heard, sets),
        sets_(sets.size()),
        receptions_(hamlet_count()),
        counts_(sets.size(), std::vector<StatusCounts>(hamlet_count())),
        with_covered_(sets.size(), std::vector<std::int64_t>(hamlet_count() + 1)),
        counted_(sets.size()) {
    tbb::parallel_for(std::size_t{0}, hamlet_count(), [&](std::size_t i) { receptions_[i] = reader_.read(i); });
  }

  std::vector<CoverageOdds> count(progress::Progress& progress) {
    const auto draws = static_cast<std::size_t>(settings_.draws);
    progress.begin("uncertainty", (draws + kBatchDraws - 1) / kBatchDraws * hamlet_count());
    for (std::size_t first = 0; first < draws; first += kBatchDraws)
      count_batch(first, std::min(kBatchDraws, draws - first), progress);
    std::vector<CoverageOdds> odds;
    for (std::size_t set = 0; set < sets_; ++set)
      odds.push_back(odds_of(set));
    return odds;
  }

 private:
  const scenario::Scenario& scenario_;
  DrawSettings settings_;
  std::optional<DrawTarget> target_;
  ReceptionReader reader_;
  std::size_t sets_;
  std::vector<HamletReception> receptions_;
  std::vector<std::vector<StatusCounts>> counts_;              ///< [set][hamlet]
  std::vector<std::vector<std::int64_t>> with_covered_;        ///< [set][n]: draws in which n hamlets are covered
  std::vector<std::map<std::int64_t, std::int64_t>> counted_;  ///< [set]: CoverageOdds::counted

  std::size_t hamlet_count() const { return scenario_.network.hamlets.size(); }

  std::int64_t value_of(std::size_t hamlet) const {
    return target_ && target_->of_people ? scenario_.network.hamlets[hamlet].population : 1;
  }

  void count_batch(std::size_t first_draw, std::size_t draws, progress::Progress& progress) {
    tbb::enumerable_thread_specific<Worker> workers([&] {
      return Worker{.draws = HamletDraws(scenario_.options.service, settings_.seed),
                    .sums = std::vector<DrawSums>(sets_)};
    });
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, hamlet_count(), 1), [&](const auto& range) {
      for (std::size_t hamlet = range.begin(); hamlet < range.end(); ++hamlet) {
        progress.throw_if_stopped();
        count_hamlet(receptions_[hamlet], first_draw, draws, workers.local());
        progress.advance(1);
      }
    });
    std::vector<DrawSums> sums(sets_);
    for (const Worker& worker : workers) {
      for (std::size_t set = 0; set < sets_; ++set)
        sums[set].add(worker.sums[set]);
    }
    for (std::size_t set = 0; set < sets_; ++set) {
      for (std::size_t i = 0; i < draws; ++i) {
        ++with_covered_[set][static_cast<std::size_t>(sums[set].covered[i])];
        if (target_) ++counted_[set][sums[set].counted[i]];
      }
    }
  }

  /// Statuses of whole blocks; draws of the last block beyond the last draw are left out.
  void count_hamlet(const HamletReception& reception, std::size_t first_draw, std::size_t draws, Worker& worker) {
    for (std::size_t begin = 0; begin < draws; begin += kBlockDraws) {
      const std::size_t end = std::min(draws, begin + kBlockDraws);
      const auto block = static_cast<std::uint32_t>((first_draw + begin) / kBlockDraws);
      const ServedBlock& served = worker.draws.draw(reception, block);
      std::array<BlockStatus, 32> statuses;
      for (std::size_t set = 0; set < sets_; ++set) {
        statuses[set] = status_of(reception, served, set, statuses);
        add(reception.hamlet, set, statuses[set], {begin, end}, worker.sums[set]);
      }
    }
  }

  BlockStatus status_of(const HamletReception& reception, const ServedBlock& served, std::size_t set,
                        const std::array<BlockStatus, 32>& before) const {
    if (const auto& settled = reception.settled[set]) {
      BlockStatus status{};
      status.covered.fill(*settled == coverage::Status::kCovered ? 1 : 0);
      status.hollow.fill(*settled == coverage::Status::kHollow ? 1 : 0);
      status.white.fill(*settled == coverage::Status::kWhite ? 1 : 0);
      return status;
    }
    if (reception.like[set] != set) return before[reception.like[set]];
    return judge_block(reception, served, reader_.bits(), set, scenario_.options.service);
  }

  void add(std::size_t hamlet, std::size_t set, const BlockStatus& status, std::pair<std::size_t, std::size_t> draws,
           DrawSums& sums) {
    const bool hollow_counts = scenario_.options.plan.hollow_counts;
    const std::int64_t value = value_of(hamlet);
    StatusCounts more;
    for (std::size_t i = draws.first; i < draws.second; ++i) {
      const std::size_t of_block = i - draws.first;
      const std::int32_t covered = status.covered[of_block];
      const std::int32_t hollow = status.hollow[of_block];
      more.covered += covered;
      more.hollow += hollow;
      more.white += status.white[of_block];
      sums.covered[i] += covered;
      sums.counted[i] += value * (covered + (hollow_counts ? hollow : 0));
    }
    StatusCounts& counts = counts_[set][hamlet];
    counts.covered += more.covered;
    counts.hollow += more.hollow;
    counts.white += more.white;
  }

  double part_of_draws(std::int64_t draws) const {
    return static_cast<double>(draws) / static_cast<double>(settings_.draws);
  }

  double share_of(std::size_t hamlets) const {
    return hamlet_count() == 0 ? 0.0 : static_cast<double>(hamlets) / static_cast<double>(hamlet_count());
  }

  /// The least share that at least a part of the draws stays at or below, in percent.
  double quantile(std::size_t set, std::int64_t percent) const {
    std::int64_t draws = 0;
    for (std::size_t hamlets = 0; hamlets < with_covered_[set].size(); ++hamlets) {
      draws += with_covered_[set][hamlets];
      if (draws * 100 >= percent * settings_.draws) return share_of(hamlets);
    }
    return share_of(hamlet_count());
  }

  CoverageOdds odds_of(std::size_t set) const {
    CoverageOdds odds{.share_5 = quantile(set, 5), .share_50 = quantile(set, 50), .share_95 = quantile(set, 95)};
    std::int64_t covered = 0;
    for (const StatusCounts& counts : counts_[set]) {
      covered += counts.covered;
      odds.hamlets.push_back({.covered = part_of_draws(counts.covered),
                              .hollow = part_of_draws(counts.hollow),
                              .white = part_of_draws(counts.white)});
    }
    if (hamlet_count() > 0) odds.share_mean = part_of_draws(covered) / static_cast<double>(hamlet_count());
    odds.counted = counted_[set];
    if (target_) {
      std::int64_t held = 0;
      for (auto of = odds.counted.lower_bound(target_->needed); of != odds.counted.end(); ++of)
        held += of->second;
      odds.target_holds = part_of_draws(held);
    }
    return odds;
  }
};

}  // namespace

std::optional<DrawTarget> draw_target(const scenario::Scenario& scenario) {
  const scenario::PlanTarget& target = scenario.options.plan.target;
  const std::vector<network::Hamlet>& hamlets = scenario.network.hamlets;
  if (target.budget_million_vnd || target.fixed_broadband_share) return std::nullopt;
  const auto needed = [](double share, std::int64_t of) { return coverage::needed_for_share(share, of); };
  if (target.population_share) {
    std::int64_t people = 0;
    for (const network::Hamlet& hamlet : hamlets)
      people += hamlet.population;
    const double share = *target.population_share;
    return DrawTarget{.of_people = true, .share = share, .needed = needed(share, people)};
  }
  if (!target.hamlet_share) return std::nullopt;
  return DrawTarget{.share = *target.hamlet_share, .needed = needed(*target.hamlet_share, std::ssize(hamlets))};
}

DrawSettings draw_settings(const scenario::Scenario& scenario) {
  const scenario::AnalysisOptions& analysis = scenario.options.analysis;
  return {.draws = analysis.draws, .seed = static_cast<std::uint64_t>(analysis.seed)};
}

std::vector<CoverageOdds> coverage_odds(const HeardNetwork& heard, std::span<const CellSet> sets,
                                        const DrawSettings& settings, progress::Progress& progress) {
  const std::size_t most = ServiceBits(heard.scenario.options.plan).most_sets();
  std::vector<CoverageOdds> odds;
  for (std::size_t first = 0; first < sets.size(); first += most) {
    Counter counter(heard, sets.subspan(first, std::min(most, sets.size() - first)), settings);
    for (CoverageOdds& of_set : counter.count(progress))
      odds.push_back(std::move(of_set));
  }
  return odds;
}

}  // namespace phusong::analysis
