#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/coverage/verdict.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// A sample point as a verdict counts it.
struct CountedPoint {
  double weight = 0.0;
  bool served = false;
};

/// Share of the weight that is served, and the status that follows from it.
struct ShareAndStatus {
  double share = 0.0;
  Status status = Status::kUnknown;
};

/// The verdict over a hamlet's points: covered from `hamlet_covered_share` up (less 1e-9); else white by the white
/// rule; else hollow. Unknown without points. Points of weight 0 count for the centre alone. `centre_served` may be
/// false because the centre is off the terrain.
ShareAndStatus judge(std::span<const CountedPoint> points, bool centre_served, const scenario::ServiceOptions& options);

/// hamlet_covered_share less 1e-9: the share from which a hamlet is covered.
double least_covered_share(const scenario::ServiceOptions& options);

/// Whether a hamlet of this status counts towards a target: covered, or hollow where plan.hollow_counts.
bool counts(Status status, bool hollow_counts);

/// ceil(share · total − 1e-9): the least whole number that is at least that share of `total`.
std::int64_t needed_for_share(double share, std::int64_t total);

/// Φ((level − threshold) / σ); a step at the threshold where σ is 0.
double probability_above(double level_dbm, double threshold_dbm, double sigma_db);

/// threshold + Φ⁻¹(probability) σ: the level from which probability_above reaches `probability`.
double level_for_probability(double threshold_dbm, double probability, double sigma_db);

/// A level below which no cell of the technology covers a point, wherever it is.
double least_covering_level_dbm(network::Technology technology, const scenario::ServiceOptions& options);

/// The spread of the loss into the building or vehicle that the verdicts are for; 0 outdoors.
double sigma_entry_db(const scenario::ServiceOptions& options);

/// √(σ_L² + σ_model² [+ σ_building² indoors, σ_vehicle² in a vehicle])
double total_sigma_db(double sigma_location_db, const scenario::ServiceOptions& options);

}  // namespace phusong::coverage
