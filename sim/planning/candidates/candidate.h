#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/network/network.h"

namespace phusong::planning {

enum class StationKind { kMast, kPole, kUpgrade };
/// Names the kind: "mast", "pole" or "upgrade".
std::string_view name_of(StationKind kind);

/// A mast or pole that candidates stand on: a new one, or one that exists.
struct CandidateSite {
  network::Site site;  ///< as it would be on air; of an upgrade of the builder's own mast that mast itself
  StationKind kind = StationKind::kMast;
  std::size_t exclusion_group = 0;  ///< at most one candidate of a group is built: those of one location
  bool has_row = false;             ///< the sites table holds it already
  bool is_colocation = false;       ///< on another operator's mast
  std::string mast_id;              ///< of the mast that exists, for an upgrade
  bool is_peak = false;             ///< on a peak or spur that sees far
  std::optional<double> road_km;    ///< of access road to build; nothing: not told
};

/// A cell that a candidate would add.
struct CandidateCell {
  network::Cell cell;         ///< its `site` is an index into CandidateSet::sites
  std::size_t equipment = 0;  ///< index into PlanTables::equipment
};

/// A station that may be built.
struct Candidate {
  std::string candidate_id;
  std::size_t site = 0;  ///< index into CandidateSet::sites
  std::vector<network::Technology> technologies;
  std::vector<std::size_t> cells;  ///< indices into CandidateSet::cells
};

/// The stations that may be built, in a fixed order.
struct CandidateSet {
  std::vector<CandidateSite> sites;
  std::vector<CandidateCell> cells;
  std::vector<Candidate> candidates;

  const CandidateSite& site_of(const Candidate& candidate) const { return sites[candidate.site]; }
};

/// Returns the number of an exclusion group that no site has yet: sites come with ascending groups.
inline std::size_t next_exclusion_group(const CandidateSet& set) {
  return set.sites.empty() ? 0 : set.sites.back().exclusion_group + 1;
}

}  // namespace phusong::planning
