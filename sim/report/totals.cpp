#include "sim/report/totals.h"

#include <map>

#include "sim/coverage/verdict_rules.h"

namespace phusong::report {
namespace {

using coverage::Status;

/// Adds one hamlet's verdicts to the areas that hold it.
class Adder {
 public:
  Adder(const network::Network& network, const coverage::CoverageResult& result, bool hollow_counts)
      : network_(network), result_(result), hollow_counts_(hollow_counts) {}

  void add(std::size_t hamlet_index, AreaTotals& totals) const {
    const network::Hamlet& hamlet = network_.hamlets[hamlet_index];
    totals.hamlets.push_back(hamlet_index);
    totals.population += hamlet.population;
    totals.fixed_broadband_hamlets += hamlet.fixed_broadband ? 1 : 0;
    totals.smartphone_people += static_cast<double>(hamlet.population) * hamlet.share_smartphone;
    totals.operators.resize(result_.operators.size());
    for (std::size_t i = 0; i < result_.operators.size(); ++i)
      add_verdict(result_.verdicts[i][hamlet_index], hamlet.population, totals.operators[i]);
  }

 private:
  const network::Network& network_;
  const coverage::CoverageResult& result_;
  bool hollow_counts_;

  void add_verdict(const coverage::HamletVerdict& verdict, std::int64_t population, OperatorTotals& totals) const {
    for (const network::Technology technology : result_.technologies) {
      const coverage::TechnologyVerdict& one = verdict.by_technology[technology];
      add_status(one.status, population, totals.by_technology[technology]);
      totals.by_technology[technology].people_reached += static_cast<double>(population) * one.share;
    }
    add_status(verdict.status, population, totals.target);
    totals.target.people_reached += static_cast<double>(population) * verdict.share;
    add_status(verdict.status_any_technology, population, totals.any_technology);
  }

  void add_status(Status status, std::int64_t population, ServiceTotals& totals) const {
    totals.hamlets_covered += status == Status::kCovered ? 1 : 0;
    totals.hamlets_hollow += status == Status::kHollow ? 1 : 0;
    totals.hamlets_white += status == Status::kWhite ? 1 : 0;
    totals.hamlets_unknown += status == Status::kUnknown ? 1 : 0;
    if (!counts(status, hollow_counts_)) return;
    ++totals.hamlets_counted;
    totals.people_covered += population;
  }
};

std::vector<AreaTotals> sorted(std::map<Area, AreaTotals>&& by_area) {
  std::vector<AreaTotals> areas;
  for (auto& [area, totals] : by_area) {
    totals.area = area;
    areas.push_back(std::move(totals));
  }
  return areas;
}

}  // namespace

double fixed_broadband_share(const AreaTotals& area) {
  if (area.hamlets.empty()) return 0.0;
  return static_cast<double>(area.fixed_broadband_hamlets) / static_cast<double>(area.hamlets.size());
}

std::optional<double> smartphone_share(const AreaTotals& area) {
  if (area.population <= 0) return std::nullopt;
  return area.smartphone_people / static_cast<double>(area.population);
}

Totals add_up(const network::Network& network, const coverage::CoverageResult& result, bool hollow_counts) {
  const Adder adder(network, result, hollow_counts);
  Totals totals;
  totals.all.operators.resize(result.operators.size());
  std::map<Area, AreaTotals> provinces, districts, communes;
  for (std::size_t i = 0; i < network.hamlets.size(); ++i) {
    const network::Hamlet& hamlet = network.hamlets[i];
    adder.add(i, totals.all);
    adder.add(i, provinces[{hamlet.province, "", ""}]);
    adder.add(i, districts[{hamlet.province, hamlet.district, ""}]);
    adder.add(i, communes[{hamlet.province, hamlet.district, hamlet.commune}]);
  }
  totals.provinces = sorted(std::move(provinces));
  totals.districts = sorted(std::move(districts));
  totals.communes = sorted(std::move(communes));
  return totals;
}

}  // namespace phusong::report
