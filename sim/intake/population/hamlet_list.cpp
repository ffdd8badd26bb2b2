#include "sim/intake/population/hamlet_list.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <variant>

#include "gis/table.h"
#include "gis/text.h"
#include "sim/intake/population/cluster_rows.h"
#include "sim/scenario/hamlets_table.h"
#include "sim/scenario/pass_through_columns.h"

namespace phusong::intake {
namespace {

/// A value as the list has it: a number with its decimals where the column is one of numbers.
gis::CellValue cell_of(const std::string& text, gis::ColumnType type) {
  if (text.empty()) return std::monostate();
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  if (type == gis::ColumnType::kText || !is_number) return text;
  const std::size_t point = text.find('.');
  return gis::Number{.value = value,
                     .decimals = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1)};
}

/// The columns of the hamlets table, of which the population need not be there.
std::vector<scenario::Column> list_columns(scenario::HamletFields& fields) {
  std::vector<scenario::Column> columns = scenario::hamlet_columns(fields);
  for (scenario::Column& column : columns)
    if (column.name == "population") column.required = false;
  return columns;
}

/// Reads the rows of a list one by one.
class ListReader {
 public:
  /// `crs` is that of the positions, as the user says it; empty: WGS84, or the layer's own.
  ListReader(const gis::Table& table, const std::string& crs, gis::Problems& problems)
      : table_(table),
        problems_(problems),
        is_wgs84_(crs.empty()),
        columns_(table, list_columns(fields_), problems),
        given_(crs.empty() ? scenario::GivenKeys{} : scenario::GivenKeys{{kCrsOption, {}}}),
        context_{.given = given_, .problems = problems, .notes = notes_},
        positions_(table, columns_, {kCrsOption, crs.empty() ? "EPSG:4326" : crs}, context_) {}

  HamletList read() {
    list_.table = {.name = "hamlets", .columns = scenario::pass_through_columns(table_, columns_)};
    own_columns_ = list_.table.columns.size();
    lon_column_ = column_of("lon_deg", gis::ColumnType::kReal);
    lat_column_ = column_of("lat_deg", gis::ColumnType::kReal);
    list_.population_column = column_of("population", gis::ColumnType::kInteger);
    list_.derived_column = column_of("derived", gis::ColumnType::kText);
    for (const gis::TableRow& row : table_.rows)
      read(row);
    if (table_.rows.empty()) problems_.add({.file = table_.file, .message = "has no rows: there is no hamlet"});
    return std::move(list_);
  }

 private:
  static constexpr const char* kCrsOption = "--list-crs";

  /// The place of a column; it is added where the list does not have it.
  std::size_t column_of(const std::string& name, gis::ColumnType type) {
    auto& columns = list_.table.columns;
    const auto known = columns_.index_of(name);
    const auto same_name = [&](const gis::Column& column) { return gis::without_case(column.name) == name; };
    const auto carried = std::ranges::find_if(columns, same_name);
    if (known) return *known;
    if (carried != columns.end()) return static_cast<std::size_t>(carried - columns.begin());
    columns.push_back({name, type});
    return columns.size() - 1;
  }

  void read(const gis::TableRow& row) {
    fields_ = {};
    const bool good = columns_.read(row, problems_);
    const auto position = positions_.read(row, fields_.position);
    const network::Hamlet& hamlet = fields_.hamlet;
    if (!hamlet.hamlet_id.empty() && !ids_.insert(hamlet.hamlet_id).second)
      problems_.add(columns_.problem(row, "hamlet_id", {"is there twice", ""}));
    if (!good || !position) return;
    const bool has_population = !columns_.written(row, "population").empty();
    list_.hamlets.push_back({.hamlet_id = hamlet.hamlet_id,
                             .name = hamlet.name.empty() ? hamlet.hamlet_id : hamlet.name,
                             .lon_lat = position->lon_lat,
                             .population = has_population ? std::optional(hamlet.population) : std::nullopt,
                             .households = hamlet.households});
    list_.table.rows.push_back(cells_of(row, position->lon_lat));
  }

  std::vector<gis::CellValue> cells_of(const gis::TableRow& row, gis::LonLat lon_lat) const {
    const std::vector<std::string> texts = columns_.plain_values(row);
    std::vector<gis::CellValue> cells;
    for (std::size_t i = 0; i < own_columns_; ++i)
      cells.push_back(cell_of(texts[i], list_.table.columns[i].type));
    cells.resize(list_.table.columns.size());
    const auto set_degrees = [&](std::size_t column, double degrees) {
      if (!is_wgs84_ || std::holds_alternative<std::monostate>(cells[column])) cells[column] = degrees_cell(degrees);
    };
    set_degrees(lon_column_, lon_lat.lon_deg);
    set_degrees(lat_column_, lon_lat.lat_deg);
    return cells;
  }

  const gis::Table& table_;
  gis::Problems& problems_;
  bool is_wgs84_;
  scenario::HamletFields fields_;
  scenario::TableColumns columns_;
  scenario::GivenKeys given_;
  std::vector<gis::InputNote> notes_;
  scenario::TableContext context_;
  scenario::PositionReader positions_;
  std::set<std::string> ids_;
  std::size_t own_columns_ = 0;
  std::size_t lon_column_ = 0, lat_column_ = 0;
  HamletList list_;
};

}  // namespace

HamletList read_hamlet_list(const std::filesystem::path& path, const std::string& crs) {
  gis::Problems problems;
  scenario::HamletFields fields;
  const gis::Table table = gis::read_table(path, scenario::wish_of(list_columns(fields)), problems);
  problems.throw_if_any();
  HamletList list = ListReader(table, crs, problems).read();
  problems.throw_if_any();
  return list;
}

}  // namespace phusong::intake
