#pragma once

#include <string>
#include <vector>

#include "gis/problem.h"
#include "gis/table.h"
#include "sim/intake/tables/draft.h"
#include "sim/intake/tables/header_meaning.h"
#include "sim/intake/tables/import_options.h"
#include "sim/intake/tables/target_table.h"

namespace phusong::intake {

/// What becomes of a column of the source.
struct MatchedColumn {
  std::string header;
  std::string target{};   ///< empty where it stands for nothing known
  std::string unit{};     ///< that the header says
  std::string carried{};  ///< its name in the table that is made; empty where it is not carried through
};

/// Matches every column of the source. Problems: a header or target of --map that does not exist, two headers for one
/// column, a column under the same name.
std::vector<MatchedColumn> match_columns(const gis::Table& table, const TargetTable& targets,
                                         const ImportOptions& options, gis::Problems& problems);

/// What a reader looks for in a file: headers that are known, and those that --map names.
gis::TableWish wish_for(const TargetTable& targets, const ImportOptions& options);

/// A row of the source by its columns.
Draft draft_of(const gis::TableRow& row, const std::vector<MatchedColumn>& columns);

}  // namespace phusong::intake
