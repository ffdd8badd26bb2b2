#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "sim/coverage/verdict.h"
#include "sim/network/technology.h"

namespace phusong::analysis {

/// What a hamlet gets in a run, with the decimals that the run's files have.
struct HamletService {
  coverage::Status status = coverage::Status::kWhite;
  std::optional<double> level_dbm{};  ///< none of the target's technologies together
  double share = 0.0;

  bool operator==(const HamletService&) const = default;
};

/// A hamlet of a run's table.
struct ComparedHamlet {
  std::string hamlet_id, name, commune, district, province;
  std::int64_t population = 0;
  gis::LonLat lon_lat;
  network::PerTechnology<HamletService> by_technology;  ///< of the technologies computed
  HamletService target;                                 ///< over the target's technologies
  std::map<std::string, network::PerTechnology<HamletService>, std::less<>> by_operator{};  ///< one operator each
};

/// What has changed most: the status, at one status the share, at one share the level.
enum class ChangeKind { kStatus, kShare, kLevel };
std::string_view name_of(ChangeKind kind);

/// Whether a change is one for the better; neither where a status is unknown.
enum class ChangeDirection { kBetter, kWorse, kNeither };
std::string_view name_of(ChangeDirection direction);

/// A hamlet whose service two runs do not share. The hamlet is that of B.
struct HamletChange {
  ComparedHamlet hamlet;
  std::string operator_name{};                      ///< empty: that of the runs' hamlets
  std::optional<network::Technology> technology{};  ///< nothing: the target's technologies
  HamletService a, b;
  ChangeKind kind = ChangeKind::kStatus;
  ChangeDirection direction = ChangeDirection::kNeither;
};

/// Hamlets by what they were and what they are, for a technology or the target.
struct StatusTransition {
  std::optional<network::Technology> technology;
  coverage::Status from = coverage::Status::kWhite, to = coverage::Status::kWhite;
  std::int64_t hamlets = 0;
  std::int64_t people = 0;  ///< of B's table
};

struct HamletComparison {
  std::size_t compared = 0;  ///< hamlets in both tables
  /// In the order of A's table; of a hamlet by technology, then the target, then the further operators.
  std::vector<HamletChange> changes;
  std::vector<StatusTransition> transitions;  ///< of the runs' own operator; only those that there are
  std::vector<ComparedHamlet> only_a, only_b;
};

/// What is compared of hamlets.
struct ComparedServices {
  std::vector<network::Technology> technologies;
  std::vector<std::string> operators;  ///< beside the one that the hamlets are judged for; each hamlet has them
};

/// Pairs hamlets by hamlet_id.
HamletComparison compare_hamlets(const std::vector<ComparedHamlet>& a, const std::vector<ComparedHamlet>& b,
                                 const ComparedServices& services);

}  // namespace phusong::analysis
