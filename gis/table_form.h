#pragma once

#include <vector>

#include "gis/problem.h"
#include "gis/table.h"

namespace phusong::gis {

/// Makes a table of the rows of a file or sheet, whose header is one of them: cleans the texts, passes over rows and
/// columns that are empty throughout and, with a note, over title rows above the header and a row under it that numbers
/// the columns. A header may be two rows, groups above and their columns below. A column without a name or twice there,
/// the header again and rows with more or fewer fields are problems; `hint` follows the last.
void form_table(std::vector<TableRow> rows, const TableWish& wish, Table& table, Problems& problems,
                const std::string& hint = "");

/// How many of the columns looked for have a name among these fields.
std::size_t known_names(const std::vector<std::string>& fields, const TableWish& wish);
/// Whether all that is required has.
bool has_required(const std::vector<std::string>& fields, const TableWish& wish);

/// The fields of the header among these rows, found as `form_table` does; nothing where there are no rows.
const TableRow* header_of(const std::vector<TableRow>& rows, const TableWish& wish);

/// Brings every text of a row to its clean form.
void clean(TableRow& row);
bool is_empty(const TableRow& row);

/// Adds a problem for each column without a name and each that is there twice, letter case aside.
/// `unused` are columns that will be left out.
void check_names(const Table& table, std::optional<long> line, Problems& problems,
                 const std::vector<bool>& unused = {});

/// The columns that are required, with their other names: "site_id (or id, site), …".
std::string required_text(const TableWish& wish);

}  // namespace phusong::gis
