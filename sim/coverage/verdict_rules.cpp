#include "sim/coverage/verdict_rules.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "propagation/normal.h"

namespace phusong::coverage {
namespace {

constexpr double kShareTolerance = 1e-9;

bool is_white(std::span<const CountedPoint> points, bool centre_served, scenario::WhiteRule rule) {
  const auto served = [](const CountedPoint& point) { return point.weight > 0.0 && point.served; };
  const auto missed = [](const CountedPoint& point) { return point.weight > 0.0 && !point.served; };
  if (std::ranges::none_of(points, served)) return true;
  if (rule == scenario::WhiteRule::kCentre) return !centre_served;
  return rule == scenario::WhiteRule::kAnyCluster && std::ranges::any_of(points, missed);
}

}  // namespace

std::string_view name_of(Status status) {
  switch (status) {
    case Status::kCovered:
      return "covered";
    case Status::kHollow:
      return "hollow";
    case Status::kWhite:
      return "white";
    case Status::kUnknown:
      return "unknown";
  }
  return "unknown";
}

ShareAndStatus judge(std::span<const CountedPoint> points, bool centre_served,
                     const scenario::ServiceOptions& options) {
  if (points.empty()) return {};
  double share = 0.0;
  for (const CountedPoint& point : points) {
    if (point.served) share += point.weight;
  }
  if (share >= least_covered_share(options)) return {share, Status::kCovered};
  return {share, is_white(points, centre_served, options.white_rule) ? Status::kWhite : Status::kHollow};
}

double least_covered_share(const scenario::ServiceOptions& options) {
  return options.hamlet_covered_share - kShareTolerance;
}

bool counts(Status status, bool hollow_counts) {
  return status == Status::kCovered || (hollow_counts && status == Status::kHollow);
}

std::int64_t needed_for_share(double share, std::int64_t total) {
  return static_cast<std::int64_t>(std::ceil(share * static_cast<double>(total) - kShareTolerance));
}

double probability_above(double level_dbm, double threshold_dbm, double sigma_db) {
  if (sigma_db <= 0.0) return level_dbm >= threshold_dbm ? 1.0 : 0.0;
  return 0.5 * std::erfc((threshold_dbm - level_dbm) / (sigma_db * std::numbers::sqrt2));
}

double level_for_probability(double threshold_dbm, double probability, double sigma_db) {
  return threshold_dbm + propagation::inverse_complementary_normal(1.0 - probability) * sigma_db;
}

double least_covering_level_dbm(network::Technology technology, const scenario::ServiceOptions& options) {
  // σ_L is between nothing, over sea, and this: 0.024 and 0.52 of P.1812 4.8 at 100 GHz and a kilometre stay below it.
  constexpr double kMostSigmaLocationDb = 40.0;
  const double least_sigma_db = total_sigma_db(0.0, options);
  const double most_sigma_db = total_sigma_db(kMostSigmaLocationDb, options);
  const double sigma_db = options.location_probability >= 0.5 ? least_sigma_db : most_sigma_db;
  return level_for_probability(options.threshold_dbm[technology], options.location_probability, sigma_db);
}

double sigma_entry_db(const scenario::ServiceOptions& options) {
  switch (environment_of(options)) {
    case scenario::Environment::kOutdoor:
      return 0.0;
    case scenario::Environment::kVehicle:
      return options.sigma_vehicle_db;
    case scenario::Environment::kIndoor:
      return options.sigma_building_db;
  }
  return 0.0;
}

double total_sigma_db(double sigma_location_db, const scenario::ServiceOptions& options) {
  const double entry_db = sigma_entry_db(options);
  return std::sqrt(sigma_location_db * sigma_location_db + options.model_sigma_db * options.model_sigma_db +
                   entry_db * entry_db);
}

}  // namespace phusong::coverage
