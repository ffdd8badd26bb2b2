#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// A hamlet that does not count when the plan is built.
struct UnservedHamlet {
  std::size_t hamlet = 0;  ///< index into Network::hamlets
  /// At the centre, to the level that would do, in the target's technology that is nearest to it; negative where the
  /// centre has more than enough; nothing where no cell is in range.
  std::optional<double> missing_db;
  std::size_t candidates_covering = 0;  ///< that cover any of its points
  std::string_view reason;              ///< in the report's language
};
std::vector<UnservedHamlet> unserved_hamlets(const PlanData& data);

/// unserved.csv
gis::OutputTable unserved_table(const PlanData& data, const std::vector<UnservedHamlet>& hamlets);

}  // namespace phusong::report
