#include "sim/analysis/fixes/station_fixes.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "sim/coverage/cell_levels.h"
#include "sim/coverage/hamlet_points.h"
#include "sim/coverage/level_correction.h"
#include "sim/coverage/point_path_loss.h"
#include "sim/coverage/transmitters.h"
#include "sim/planning/matrix/path_bound.h"
#include "sim/planning/station_rows.h"

namespace phusong::analysis {
namespace {

using network::Technology;
using planning::CandidateStudy;
using planning::StationKind;

constexpr std::array kStationKinds = {FixKind::kTechnology, FixKind::kPole, FixKind::kMast};

FixKind kind_of(StationKind kind) {
  switch (kind) {
    case StationKind::kUpgrade:
      return FixKind::kTechnology;
    case StationKind::kPole:
      return FixKind::kPole;
    case StationKind::kMast:
      break;
  }
  return FixKind::kMast;
}

/// A candidate that serves some of a hamlet.
struct Offer {
  std::size_t candidate = 0;
  coverage::ShareAndStatus after;
  double objective_million_vnd = 0.0;

  bool covers() const { return after.status == coverage::Status::kCovered; }
};

/// Whether one offer is to be taken rather than another: the cheaper of two that cover the hamlet, else the one that
/// serves more of it.
bool is_taken_first(const Offer& a, const Offer& b) {
  const auto key = [](const Offer& offer) {
    return std::tuple(!offer.covers(), offer.covers() ? 0.0 : -offer.after.share, offer.objective_million_vnd,
                      -offer.after.share, offer.candidate);
  };
  return key(a) < key(b);
}

/// Reads the candidates' coverage hamlet by hamlet.
class StationSearch {
 public:
  StationSearch(const FixContext& context, const CandidateStudy& study) : context_(context), study_(study) {
    for (std::size_t i = 0; i < study.need.hamlets.size(); ++i)
      need_of_hamlet_.emplace(study.need.hamlets[i].hamlet, i);
    for (std::size_t candidate = 0; candidate < study.set.candidates.size(); ++candidate)
      offer_to_hamlets(candidate);
  }

  std::optional<Offer> best(std::size_t hamlet, FixKind kind) const {
    const auto found = best_.find({hamlet, kind});
    return found == best_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  const FixContext& context_;
  const CandidateStudy& study_;
  std::map<std::size_t, std::size_t> need_of_hamlet_;
  std::map<std::pair<std::size_t, FixKind>, Offer> best_;

  const scenario::PlanOptions& plan() const { return context_.scenario.options.plan; }

  void offer_to_hamlets(std::size_t index) {
    const planning::Candidate& candidate = study_.set.candidates[index];
    // What the candidate adds to the service of the points that it covers.
    std::map<std::size_t, coverage::PointService> added;
    for (const Technology technology : candidate.technologies) {
      for (const std::size_t point : study_.matrix.points_of(candidate, technology))
        added[point][technology] = true;
    }
    const FixKind kind = kind_of(study_.set.site_of(candidate).kind);
    const double objective = study_.costs[index].cost().objective_million_vnd(plan().opex_years);
    for (auto point = added.begin(); point != added.end();) {
      const std::size_t hamlet = study_.need.points[point->first].hamlet;
      const Offer offer{.candidate = index,
                        .after = judged(study_.need.hamlets[need_of_hamlet_.at(hamlet)], added),
                        .objective_million_vnd = objective};
      const auto [place, is_new] = best_.try_emplace({hamlet, kind}, offer);
      if (!is_new && is_taken_first(offer, place->second)) place->second = offer;
      while (point != added.end() && study_.need.points[point->first].hamlet == hamlet)
        ++point;
    }
  }

  coverage::ShareAndStatus judged(const planning::HamletNeed& need,
                                  const std::map<std::size_t, coverage::PointService>& added) const {
    std::vector<coverage::CountedPoint> counted;
    bool centre_served = false;
    for (std::size_t i = need.first_point; i < need.first_point + need.point_count; ++i) {
      coverage::PointService service = study_.need.service[i];
      const auto more = added.find(i);
      if (more != added.end()) {
        for (const Technology technology : network::kTechnologies)
          service[technology] = service[technology] || more->second[technology];
      }
      const bool served = planning::is_served(service, plan());
      if (study_.need.points[i].point == 0) centre_served = served;
      counted.push_back({.weight = study_.need.points[i].weight, .served = served});
    }
    return coverage::judge(counted, centre_served, context_.scenario.options.service);
  }
};

std::size_t index_of_site(const network::Network& network, const std::string& site_id) {
  return static_cast<std::size_t>(std::ranges::find(network.sites, site_id, &network::Site::site_id) -
                                  network.sites.begin());
}

network::Site built_site(const CandidateStudy& study, std::size_t index) {
  const planning::CandidateSite& of = study.set.site_of(study.set.candidates[index]);
  network::Site site = of.site;
  site.status = network::SiteStatus::kExisting;
  if (of.kind != StationKind::kUpgrade) site.power = study.costs[index].station.power;
  site.backhaul = planning::backhaul_of(study.costs[index].route.first_medium(), site.backhaul);
  return site;
}

}  // namespace

std::vector<StationFix> find_station_fixes(const FixContext& context, const CandidateStudy& study,
                                           const std::vector<std::size_t>& hamlets) {
  const StationSearch search(context, study);
  std::vector<StationFix> fixes;
  for (const std::size_t hamlet : hamlets) {
    for (const FixKind kind : kStationKinds) {
      StationFix fix{.fix = {.hamlet = hamlet, .kind = kind}, .candidate = std::nullopt};
      if (const std::optional<Offer> best = search.best(hamlet, kind)) {
        const planning::Candidate& candidate = study.set.candidates[best->candidate];
        const planning::CandidateSite& site = study.set.site_of(candidate);
        fix.candidate = best->candidate;
        fix.fix.site_id = site.site.site_id;
        fix.fix.station = candidate.candidate_id;
        fix.fix.technologies = candidate.technologies;
        fix.fix.height_m = site.site.mast_height_m;
        fix.fix.cost = study.costs[best->candidate].cost();
      } else {
        fix.fix.obstacle = FixObstacle::kNoCandidate;
      }
      fixes.push_back(std::move(fix));
    }
  }
  return fixes;
}

NetworkChange change_of(const FixContext& context, const CandidateStudy& study, std::size_t index) {
  const planning::Candidate& candidate = study.set.candidates[index];
  const planning::CandidateSite& site = study.set.site_of(candidate);
  const network::Network& network = context.scenario.network;
  NetworkChange change;
  std::size_t site_index = network.sites.size();
  if (site.has_row && site.kind == StationKind::kUpgrade) {
    site_index = index_of_site(network, site.mast_id);
  } else {
    change.new_sites.push_back(built_site(study, index));
  }
  for (const std::size_t cell : candidate.cells) {
    change.new_cells.push_back(study.set.cells[cell].cell);
    change.new_cells.back().site = site_index;
  }
  return change;
}

std::vector<NewSignal> new_signals(const FixContext& context, const NetworkChange& change,
                                   const progress::Progress& progress) {
  const scenario::Options& options = context.scenario.options;
  network::Network network{.sites = context.scenario.network.sites, .cells = change.new_cells};
  network.sites.insert(network.sites.end(), change.new_sites.begin(), change.new_sites.end());
  network.include_planned = context.scenario.network.include_planned;
  std::vector<std::size_t> off_terrain;
  const auto transmitters =
      coverage::transmitters_on_air(network, context.terrain, options.plan.target.technologies, options, off_terrain);
  const coverage::PointPathLoss paths(context.terrain, options);
  const planning::PathBound bound(context.terrain, options);
  const coverage::LevelCorrection correction(context.terrain, options);
  std::vector<NewSignal> signals;
  for (const coverage::Transmitter& transmitter : transmitters) {
    const auto may_cover = [&](const coverage::SamplePoint& point) {
      const double distance_m = gis::distance_m(point.position(), transmitter.position);
      return std::ranges::any_of(transmitter.cells, [&](const coverage::TransmitterCell& from) {
        const network::Cell& cell = change.new_cells[from.cell];
        const double loss_db =
            bound.free_space_db({.mast = transmitter.position, .receiver = point.position()}, cell.frequency_mhz);
        return distance_m <= from.max_range_m &&
               coverage::level_of(cell, 0.0, loss_db + from.building_entry_db,
                                  correction.total_db(cell, transmitter.position, point.position()))
                       .level_dbm >= coverage::least_covering_level_dbm(cell.technology, options.service);
      });
    };
    std::vector<std::size_t> points;
    std::vector<coverage::ReceiverPoint> receivers;
    for (std::size_t i = 0; i < context.coverage.points.size(); ++i) {
      if (!may_cover(context.coverage.points[i])) continue;
      points.push_back(i);
      receivers.push_back(coverage::receiver_at(context.coverage.points[i]));
    }
    const coverage::PointLosses losses = paths.compute(transmitter, receivers, progress);
    for (std::size_t i = 0; i < losses.paths.size(); ++i) {
      const coverage::PointPath& path = losses.paths[i];
      for (const coverage::TransmitterCell& from : transmitter.cells) {
        const CellPath of{transmitter, from, points[path.point], path.departure_deg,
                          losses.loss_db_of(i)[from.carrier]};
        const auto signal = signal_of(context, of, change.new_cells[from.cell]);
        if (signal) signals.push_back(*signal);
      }
    }
  }
  std::ranges::stable_sort(signals, {}, &NewSignal::point);
  return signals;
}

void add_rows_of(const FixContext& context, const CandidateStudy& study, std::size_t index, planning::NewRows& rows) {
  const planning::Candidate& candidate = study.set.candidates[index];
  const std::string& site_id = study.set.site_of(candidate).site.site_id;
  for (const network::Site& site : change_of(context, study, index).new_sites) {
    if (std::ranges::find(rows.sites, site.site_id, &network::Site::site_id) == rows.sites.end())
      rows.sites.push_back(site);
  }
  for (const std::size_t cell : candidate.cells) {
    const planning::CandidateCell& of = study.set.cells[cell];
    const bool is_there = std::ranges::any_of(
        rows.cells, [&](const planning::NewCell& row) { return row.cell.cell_id == of.cell.cell_id; });
    if (!is_there) rows.cells.push_back({.cell = of.cell, .site_id = site_id, .equipment = of.equipment});
  }
}

}  // namespace phusong::analysis
