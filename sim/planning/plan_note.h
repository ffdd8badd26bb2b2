#pragma once

#include <string>

namespace phusong::planning {

/// A remark that the reader of a plan should know; the report words it.
struct PlanNote {
  enum class Kind {
    kChosenForLess,  ///< the budget was broken by links that masts have room for: chosen again; `million_vnd` before
    kLinksCostMore,  ///< links that masts have room for make the plan dearer, by `million_vnd`
    kNoRoads,        ///< no access road is counted for `count` stations
    kDearYears,      ///< `count` steps are dearer than the budget of a year, `million_vnd`
    /// Some of the budget of `count` years, `million_vnd`, stays unspent although steps are left; the least is spent in
    /// `year`, `spent_million_vnd`.
    kUnspentYears,
    kCandidateOffTerrain,  ///< a row of the candidates table, `id`
    kSiteOffTerrain        ///< a candidate of the sites table, `id`
  };
  Kind kind = Kind::kNoRoads;
  std::size_t count = 0;
  double million_vnd = 0.0;
  int year = 0;
  double spent_million_vnd = 0.0;
  std::string id{};
};

}  // namespace phusong::planning
