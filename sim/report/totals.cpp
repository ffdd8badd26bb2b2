#include "sim/report/totals.h"

#include <algorithm>
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
    add_status(verdict.status_mobile_broadband, population, totals.mobile_broadband);
    totals.mobile_broadband.people_reached += static_cast<double>(population) * verdict.share_mobile_broadband;
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

/// Whether any hamlet has a value of that member: a level of areas that no hamlet names is none.
bool is_told(const network::Network& network, std::string network::Hamlet::*member) {
  return std::ranges::any_of(network.hamlets, [&](const network::Hamlet& hamlet) { return !(hamlet.*member).empty(); });
}

double share_of_hamlets(std::int64_t hamlets, const AreaTotals& area) {
  return area.hamlets.empty() ? 0.0 : static_cast<double>(hamlets) / static_cast<double>(area.hamlets.size());
}

std::vector<AreaTotals> sorted(std::map<Area, AreaTotals>&& by_area) {
  std::vector<AreaTotals> areas;
  for (auto& [area, totals] : by_area) {
    totals.area = area;
    areas.push_back(std::move(totals));
  }
  return areas;
}

}  // namespace

std::string_view name_of(AreaLevel level) {
  switch (level) {
    case AreaLevel::kTotal:
      return "total";
    case AreaLevel::kProvince:
      return "province";
    case AreaLevel::kDistrict:
      return "district";
    case AreaLevel::kCommune:
      return "commune";
    case AreaLevel::kOldCommune:
      return "commune_old";
  }
  return "total";
}

double mobile_broadband_share(const AreaTotals& area, std::size_t operator_index) {
  return share_of_hamlets(area.operators[operator_index].mobile_broadband.hamlets_counted, area);
}

double fixed_broadband_share(const AreaTotals& area) {
  return share_of_hamlets(area.fixed_broadband_hamlets, area);
}

std::optional<double> smartphone_share(const AreaTotals& area) {
  if (area.population <= 0) return std::nullopt;
  return area.smartphone_people / static_cast<double>(area.population);
}

Totals add_up(const network::Network& network, const coverage::CoverageResult& result, bool hollow_counts) {
  const Adder adder(network, result, hollow_counts);
  Totals totals;
  totals.all.operators.resize(result.operators.size());
  const bool with_districts = is_told(network, &network::Hamlet::district);
  const bool with_old_communes = is_told(network, &network::Hamlet::commune_old);
  std::map<Area, AreaTotals> provinces, districts, communes, communes_old;
  for (std::size_t i = 0; i < network.hamlets.size(); ++i) {
    const network::Hamlet& hamlet = network.hamlets[i];
    adder.add(i, totals.all);
    adder.add(i, provinces[{hamlet.province, "", ""}]);
    const Area commune{hamlet.province, hamlet.district, hamlet.commune};
    adder.add(i, communes[commune]);
    if (with_districts) adder.add(i, districts[{hamlet.province, hamlet.district, ""}]);
    if (!with_old_communes) continue;
    adder.add(i, communes_old[{hamlet.province, hamlet.district, hamlet.commune, hamlet.commune_old}]);
  }
  totals.provinces = sorted(std::move(provinces));
  totals.districts = sorted(std::move(districts));
  totals.communes = sorted(std::move(communes));
  totals.communes_old = sorted(std::move(communes_old));
  return totals;
}

}  // namespace phusong::report
