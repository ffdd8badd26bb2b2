#include "sim/scenario/table_docs.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/scenario/cell_columns.h"
#include "sim/scenario/costs_table.h"
#include "sim/scenario/default_costs.h"
#include "sim/scenario/equipment_table.h"
#include "sim/scenario/hamlet_details.h"
#include "sim/scenario/hamlets_table.h"
#include "sim/scenario/measurements_table.h"
#include "sim/scenario/places_table.h"
#include "sim/scenario/sites_table.h"

namespace phusong::scenario {
namespace {

std::string column_type(const Place& place) {
  if (std::holds_alternative<bool*>(place)) return "0 or 1";
  return type_text(place);
}

/// The value that an empty field leaves, or what is said of it.
std::string default_of(const Column& column) {
  if (column.required) return "**required**";
  if (!column.default_text.empty() || is_unset(column.place)) return column.default_text;
  if (const auto* choice = std::get_if<Choice>(&column.place)) return choice->names.at(choice->index());
  if (const auto* text = std::get_if<std::string*>(&column.place)) return **text;
  if (const auto* flag = std::get_if<bool*>(&column.place)) return **flag ? "1" : "0";
  if (const auto* number = std::get_if<double*>(&column.place)) return fmt::format("{:g}", **number);
  return json_text(column.place);
}

std::string table_text(const std::string& name, const std::string& purpose, const std::vector<Column>& columns) {
  std::string text = "\n## " + name + "\n\n" + purpose + "\n\n";
  text += "| column | also | type | allowed | default | meaning |\n|---|---|---|---|---|---|\n";
  for (const Column& column : columns) {
    text += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", column.name, joined(column.synonyms),
                        column_type(column.place), allowed_text(column.place, column.limit), default_of(column),
                        column.meaning);
  }
  return text;
}

/// What holds for all tables.
std::string reading_text() {
  return "Any format that GDAL reads (CSV, GeoPackage, GeoJSON, Shapefile, FlatGeobuf), xlsx and ods. CSV is UTF-8 "
         "and has\n"
         "`,`, `;` or tabs between the fields. Column names are matched without case. An empty\n"
         "field is \"not given\". A column that is not listed is noted and carried through to the outputs\n"
         "that have a row for its row; those of clusters, operator shares and fibre nodes are noted and left out.\n"
         "Positions are `lon_deg`, `lat_deg`, or `x_m`, `y_m`, or the points of a spatial format, in the CRS that\n"
         "`scenario.toml` states for the table (default WGS84, or the layer's own).\n"
         "\n"
         "## How a table is read\n"
         "\n"
         "- **Text** is brought to Unicode's normalization form C, and blanks at its ends are cut off, no-break and "
         "invisible ones too.\n"
         "  Operators that differ only in letter case, blanks or hyphens are one, under the spelling that stands "
         "first; a note says so.\n"
         "  Communes, districts and provinces that differ only so are noted and counted apart.\n"
         "- **Numbers.** A decimal comma is accepted where the comma does not separate the fields: in a `;` or tab "
         "separated file and in\n"
         "  text cells. There `1.000` is a thousand if a decimal comma stands elsewhere in the table (`105,25`); if "
         "none does it is refused,\n"
         "  unless 1000 would be out of the column's range. `1,000` as a whole number is a thousand if decimal points "
         "stand elsewhere and\n"
         "  decimal commas do not; else it is refused. A number that is a number to the workbook or the GeoPackage is "
         "what it is. Flags are 0 or 1,\n"
         "  true or false, yes or no, có or không.\n"
         "- **Form.** Rows and columns that are empty throughout are passed over; so are title rows above the "
         "header, a row under it that\n"
         "  numbers the columns (`(1)`, `(2)`, `(3)`) and a line `sep=;`, with a note. The header is the row near the "
         "top that has most of the names below,\n"
         "  or two rows where groups stand above their columns.\n"
         "- **Workbooks.** The sheet is the one visible sheet that has the required columns; two such are an error. A "
         "formula whose value is\n"
         "  not stored, and a cell with an error such as `#N/A`, are refused by their cell; so are all formulas of a "
         "workbook that asks to be computed\n"
         "  when it is opened, as programs write it that put 0 for each value: open it in a spreadsheet program and "
         "save it there. Merged cells give their "
         "value to each\n"
         "  of their rows, but for counts, which are refused. Dates come as 2024-03-01.\n"
         "- **Files with layers.** What QGIS keeps beside its data (`layer_styles`, `qgis_projects`, "
         "`qgis_layer_metadata`) is passed over; "
         "of several layers the one that has\n"
         "  the required columns is read.\n"
         "- **Shapefiles** cut names off at ten letters: `share_2g_o` is `share_2g_only`, with a note; `beamwidth_`, "
         "which may be two columns, is refused.\n"
         "  So are stars in the place of a number that had no room, a missing .dbf, and text that is UTF-8 where the "
         ".cpg does not say so.\n"
         "- **Points beside columns.** Where a spatial format has `lon_deg`, `lat_deg` (or `x_m`, `y_m`) too, both may "
         "be 10 m apart at most. A row\n"
         "  without values in the columns has its point.\n";
}

/// A table, its purpose, its columns and what follows them in the documentation.
struct TableDescription {
  std::string name;
  std::string purpose;
  std::vector<Column> columns;
  std::string appendix{};
};

/// What the columns are bound to.
struct AllFields {
  SiteFields site;
  CellFields cell;
  HamletFields hamlet;
  ClusterFields cluster;
  OperatorShareFields share;
  EquipmentFields equipment;
  CostFields cost;
  CandidateFields candidate;
  FibreNodeFields fibre_node;
};

std::vector<TableDescription> all_tables(AllFields& fields) {
  return {
      {"sites", "One row a mast, pole or rooftop.", site_columns(fields.site)},
      {"cells", "One row a cell: sector × carrier.", cell_columns(fields.cell)},
      {"hamlets", "One row a hamlet (thôn, bản).", hamlet_columns(fields.hamlet)},
      {"clusters", "Optional: one row a cluster of houses of a hamlet.", cluster_columns(fields.cluster)},
      {"operator_share", "Optional: one row a hamlet and operator.", operator_share_columns(fields.share)},
      {"equipment",
       "Optional: one row a kind of station and carrier that it radiates. The defaults are assumptions; a "
       "kind without a row\ngets one 4G carrier of them. Antennas stand 2 m below a mast's top, and at a pole's.",
       equipment_columns(fields.equipment)},
      {"costs", "Optional: one row an item. A table that is given must hold every item that the plan can need.",
       cost_columns(fields.cost),
       "\nWithout a table these assumptions hold, at 25,000 VND a dollar:\n\n" + default_costs_markdown()},
      {"candidates", "Optional: one row a place where a station may be built.", candidate_columns(fields.candidate)},
      {"fibre_nodes", "Optional: one row a place where fibre can be joined.", fibre_node_columns(fields.fibre_node)}};
}

}  // namespace

std::string tables_markdown() {
  AllFields fields;
  std::string text =
      "# Tables of a scenario\n\nMade from the descriptions that the program reads with; a test keeps it so.\n\n" +
      reading_text();
  for (const TableDescription& table : all_tables(fields))
    text += table_text(table.name, table.purpose, table.columns) + table.appendix;
  MeasurementFields measurement;
  return text + table_text("measurements",
                           "For `phusong calibrate`: one row per receiver place and cell. `x_m`, `y_m` are in the "
                           "scenario's CRS.",
                           measurement_columns(measurement));
}

std::vector<TableForm> table_forms() {
  AllFields fields;
  std::vector<TableForm> forms;
  for (const TableDescription& table : all_tables(fields)) {
    TableForm form{.name = table.name};
    for (const Column& column : table.columns)
      (column.required ? form.required : form.optional).push_back(column.name);
    forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace phusong::scenario
