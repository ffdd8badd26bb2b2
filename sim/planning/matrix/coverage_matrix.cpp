#include "sim/planning/matrix/coverage_matrix.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "sim/coverage/transmitters.h"
#include "sim/planning/matrix/site_reach.h"

namespace phusong::planning {
namespace {

using network::Technology;

/// Puts the candidates' sites and cells on air.
network::Network network_of(const CandidateSet& set) {
  network::Network network;
  for (const CandidateSite& site : set.sites) {
    network.sites.push_back(site.site);
    network.sites.back().status = network::SiteStatus::kExisting;
  }
  for (const CandidateCell& cell : set.cells)
    network.cells.push_back(cell.cell);
  return network;
}

network::PerTechnology<std::vector<network::Cell>> frequencies_in_use(const scenario::Scenario& scenario) {
  network::PerTechnology<std::vector<network::Cell>> result;
  const auto add = [&result](Technology technology, double frequency_mhz) {
    std::vector<network::Cell>& cells = result[technology];
    if (std::ranges::find(cells, frequency_mhz, &network::Cell::frequency_mhz) == cells.end())
      cells.push_back({.technology = technology, .frequency_mhz = frequency_mhz});
  };
  for (const network::Cell& cell : scenario.network.cells) {
    if (scenario.network.on_air(scenario.network.sites[cell.site])) add(cell.technology, cell.frequency_mhz);
  }
  for (const scenario::Equipment& row : scenario.plan_tables.equipment)
    add(row.technology, row.frequency_mhz);
  return result;
}

std::vector<SiteReach> reach_of_sites(const ReachContext& context,
                                      const std::vector<coverage::Transmitter>& transmitters, std::size_t sites,
                                      progress::Progress& progress) {
  std::vector<SiteReach> reach(sites);
  progress.begin("coverage of candidates", transmitters.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, transmitters.size(), 1), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end(); ++i) {
      progress.throw_if_stopped();
      reach[transmitters[i].site] = site_reach(context, transmitters[i], progress);
      progress.advance(1);
    }
  });
  return reach;
}

SiteCoverage matrix_of(const std::vector<SiteReach>& reach, Technology technology, std::size_t points) {
  SiteCoverage matrix(static_cast<Eigen::Index>(reach.size()), static_cast<Eigen::Index>(points));
  std::size_t entries = 0;
  for (const SiteReach& site : reach)
    entries += site.points[technology].size();
  matrix.reserve(static_cast<Eigen::Index>(entries));
  for (std::size_t site = 0; site < reach.size(); ++site) {
    const auto row = static_cast<Eigen::Index>(site);
    matrix.startVec(row);
    for (const int point : reach[site].points[technology])
      matrix.insertBack(row, point) = 1;
  }
  matrix.finalize();
  return matrix;
}

}  // namespace

std::vector<std::size_t> CoverageMatrix::points_of(const Candidate& candidate, Technology technology) const {
  std::vector<std::size_t> points;
  if (std::ranges::find(candidate.technologies, technology) == candidate.technologies.end()) return points;
  const SiteCoverage& matrix = by_technology[technology];
  if (matrix.rows() == 0) return points;
  for (SiteCoverage::InnerIterator entry(matrix, static_cast<Eigen::Index>(candidate.site)); entry; ++entry)
    points.push_back(static_cast<std::size_t>(entry.col()));
  return points;
}

std::vector<std::size_t> CoverageMatrix::points_of(const Candidate& candidate) const {
  std::vector<std::size_t> points;
  for (const Technology technology : candidate.technologies) {
    const std::vector<std::size_t> more = points_of(candidate, technology);
    points.insert(points.end(), more.begin(), more.end());
  }
  std::ranges::sort(points);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

CoverageMatrix coverage_matrix(const MatrixInputs& inputs, progress::Progress& progress) {
  const scenario::Options& options = inputs.scenario.options;
  const network::Network network = network_of(inputs.set);
  const std::vector<Technology>& target = options.plan.target.technologies;
  std::vector<std::size_t> off_terrain;
  const std::vector<coverage::Transmitter> transmitters =
      coverage::transmitters_on_air(network, inputs.terrain, target, options, off_terrain);
  const coverage::PointPathLoss paths(inputs.terrain, options, inputs.store);
  const coverage::ServiceQuality quality(inputs.terrain, options);
  const ReachContext context{.scenario = inputs.scenario,
                             .terrain = inputs.terrain,
                             .need = inputs.need,
                             .cells = network.cells,
                             .paths = paths,
                             .quality = quality,
                             .frequencies = frequencies_in_use(inputs.scenario)};
  const std::vector<SiteReach> reach = reach_of_sites(context, transmitters, network.sites.size(), progress);
  CoverageMatrix matrix;
  for (const SiteReach& site : reach) {
    matrix.pairs += site.pairs;
    matrix.exact_paths += site.exact_paths;
  }
  for (const Technology technology : target)
    matrix.by_technology[technology] = matrix_of(reach, technology, inputs.need.points.size());
  return matrix;
}

CandidateSet without_idle_candidates(CandidateSet set, const CoverageMatrix& matrix) {
  std::erase_if(set.candidates, [&matrix](const Candidate& candidate) { return matrix.points_of(candidate).empty(); });
  return set;
}

}  // namespace phusong::planning
