#include "sim/report/new_countryside.h"

#include <algorithm>

#include "sim/coverage/verdict_rules.h"

namespace phusong::report {
namespace {

/// Shares of tables have a few decimals; a mean of them may fall below its limit by rounding alone.
constexpr double kShareRounding = 1e-9;

bool lies_in(const Area& commune, AreaLevel level, const Area& area) {
  if (level == AreaLevel::kTotal) return true;
  if (commune.province != area.province) return false;
  return level == AreaLevel::kProvince || commune.district == area.district;
}

std::int64_t hamlets_served(const RunData& run, const AreaTotals& commune) {
  const scenario::Options& options = run.scenario.options;
  const auto& verdicts = run.coverage.verdicts[run.main_operator()];
  return std::ranges::count_if(commune.hamlets, [&](std::size_t hamlet) {
    const bool by_fibre =
        options.new_countryside.fixed_broadband_counts && run.network().hamlets[hamlet].fixed_broadband;
    return by_fibre || coverage::counts(verdicts[hamlet].status_mobile_broadband, options.plan.hollow_counts);
  });
}

std::int64_t missing(double share, std::int64_t all, std::int64_t reached) {
  return std::max<std::int64_t>(0, coverage::needed_for_share(share, all) - reached);
}

void add_commune(const RunData& run, const AreaTotals& commune, NewCountryside& sums) {
  const scenario::NewCountrysideOptions& asked = run.scenario.options.new_countryside;
  const std::int64_t hamlets = std::ssize(commune.hamlets);
  const std::int64_t served = hamlets_served(run, commune);
  const std::int64_t unserved = missing(asked.hamlet_share, hamlets, served);
  const std::int64_t without_fibre = missing(asked.fixed_broadband_share, hamlets, commune.fixed_broadband_hamlets);
  // Where nobody lives nobody lacks a smartphone.
  const bool lacks_smartphones = smartphone_share(commune).value_or(1.0) < asked.smartphone_share - kShareRounding;
  ++sums.communes;
  sums.communes_met += unserved == 0 && without_fibre == 0 && !lacks_smartphones ? 1 : 0;
  sums.hamlets_served += served;
  sums.hamlets_missing += unserved;
  sums.broadband_hamlets_missing += without_fibre;
  sums.communes_short_of_smartphones += lacks_smartphones ? 1 : 0;
}

}  // namespace

std::optional<bool> NewCountryside::met() const {
  if (communes == 0) return std::nullopt;
  return communes_met == communes;
}

std::optional<double> NewCountryside::share_met() const {
  if (communes == 0) return std::nullopt;
  return static_cast<double>(communes_met) / static_cast<double>(communes);
}

NewCountryside new_countryside(const RunData& run, AreaLevel level, const AreaTotals& area) {
  NewCountryside sums;
  if (level == AreaLevel::kCommune || level == AreaLevel::kOldCommune) {
    const bool is_named = !(level == AreaLevel::kCommune ? area.area.commune : area.area.commune_old).empty();
    if (is_named) add_commune(run, area, sums);
    return sums;
  }
  for (const AreaTotals& commune : run.totals.communes) {
    if (!commune.area.commune.empty() && lies_in(commune.area, level, area.area)) add_commune(run, commune, sums);
  }
  return sums;
}

}  // namespace phusong::report
