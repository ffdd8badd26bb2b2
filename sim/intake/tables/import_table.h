#pragma once

#include <string>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/intake/tables/column_match.h"
#include "sim/intake/tables/draft.h"
#include "sim/intake/tables/import_options.h"

namespace phusong::intake {

/// A table imported: what is written, and what happened to every row.
struct ImportedTable {
  std::string source;                  ///< with the sheet of a workbook
  std::vector<MatchedColumn> columns;  ///< of the source
  gis::OutputTable table;
  std::vector<Draft> drafts;  ///< all rows, those refused too, in the order of the source
  std::string id_column;
  std::size_t rows_read = 0, rows_written = 0, rows_changed = 0, rows_refused = 0;
};

/// Reads the source and makes the table of it; a row that cannot be part of it is refused and the others stand. Throws
/// gis::InputError where the file cannot be read, headers are ambiguous, or a column is missing that no row can do
/// without; std::invalid_argument for a CRS that is unknown.
ImportedTable import_table(const ImportOptions& options);

}  // namespace phusong::intake
