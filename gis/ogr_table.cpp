#include "gis/ogr_table.h"

#include <cpl_string.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "gis/gdal_support.h"
#include "gis/input_file.h"

namespace phusong::gis {
namespace {

/// Spreadsheets: the first row is the header and every cell is text, whatever OGR would guess.
class SpreadsheetOptions {
 public:
  SpreadsheetOptions() {
    for (const auto& [key, value] : kOptions)
      CPLSetThreadLocalConfigOption(key, value);
  }
  ~SpreadsheetOptions() {
    for (const auto& [key, value] : kOptions)
      CPLSetThreadLocalConfigOption(key, nullptr);
  }
  SpreadsheetOptions(const SpreadsheetOptions&) = delete;
  SpreadsheetOptions& operator=(const SpreadsheetOptions&) = delete;

 private:
  static constexpr std::pair<const char*, const char*> kOptions[] = {
      {"OGR_XLSX_HEADERS", "FORCE"},     {"OGR_XLSX_FIELD_TYPES", "STRING"}, {"OGR_ODS_HEADERS", "FORCE"},
      {"OGR_ODS_FIELD_TYPES", "STRING"}, {"OGR_XLS_HEADERS", "FORCE"},       {"OGR_XLS_FIELD_TYPES", "STRING"}};
};

bool is_spreadsheet(GDALDataset& dataset) {
  const std::string driver = dataset.GetDriverName();
  return driver == "XLSX" || driver == "ODS" || driver == "XLS";
}

/// The layer to read, or null and a problem.
OGRLayer* layer_of(GDALDataset& dataset, const std::string& file, Problems& problems) {
  std::vector<std::string> names;
  for (OGRLayer* layer : dataset.GetLayers())
    names.emplace_back(layer->GetName());
  if (names.empty()) {
    problems.add({.file = file, .message = "holds no table"});
    return nullptr;
  }
  if (names.size() > 1 && !is_spreadsheet(dataset)) {
    problems.add(
        {.file = file, .message = fmt::format("holds {} layers ({}), not one", names.size(), fmt::join(names, ", "))});
    return nullptr;
  }
  return dataset.GetLayer(0);
}

/// As an authority's code where the CRS has one, else as WKT.
std::optional<std::string> crs_of(OGRLayer& layer) {
  const OGRSpatialReference* const crs = layer.GetSpatialRef();
  if (crs == nullptr) return std::nullopt;
  const char* const authority = crs->GetAuthorityName(nullptr);
  const char* const code = crs->GetAuthorityCode(nullptr);
  if (authority != nullptr && code != nullptr) return std::string(authority) + ":" + code;
  const char* const kOptions[] = {"FORMAT=WKT2_2019", nullptr};
  char* wkt = nullptr;
  crs->exportToWkt(&wkt, kOptions);
  std::string result = wkt == nullptr ? "" : wkt;
  CPLFree(wkt);
  return result;
}

/// The point of a point, or of a multipoint of one; nothing for another geometry.
const OGRPoint* point_of(const OGRGeometry& geometry) {
  if (wkbFlatten(geometry.getGeometryType()) == wkbPoint) return geometry.toPoint();
  if (wkbFlatten(geometry.getGeometryType()) != wkbMultiPoint) return nullptr;
  const OGRMultiPoint* const points = geometry.toMultiPoint();
  return points->getNumGeometries() == 1 ? points->getGeometryRef(0) : nullptr;
}

std::string text_of(const OGRFeature& feature, int field) {
  if (!feature.IsFieldSetAndNotNull(field)) return "";
  // OGR would write a Shapefile's 0.1 as 0.100000000000000.
  const bool is_real = feature.GetFieldDefnRef(field)->GetType() == OFTReal;
  return is_real ? fmt::format("{}", feature.GetFieldAsDouble(field)) : feature.GetFieldAsString(field);
}

/// Turns features into rows and remembers what it could not turn.
class RowReader {
 public:
  RowReader(Table& table, Problems& problems) : table_(table), problems_(problems) {}

  void read(const OGRFeature& feature);
  /// Adds one problem for all features whose geometry is not a point.
  void finish() const;

 private:
  void check_text(const TableRow& row) const;
  std::optional<MapPoint> read_point(const OGRFeature& feature);

  Table& table_;
  Problems& problems_;
  long other_geometries_ = 0;
  long first_other_row_ = 0;
  std::string first_other_type_;
};

std::optional<MapPoint> RowReader::read_point(const OGRFeature& feature) {
  const OGRGeometry* const geometry = feature.GetGeometryRef();
  if (geometry == nullptr || geometry->IsEmpty()) return std::nullopt;
  if (const OGRPoint* const point = point_of(*geometry)) return MapPoint{point->getX(), point->getY()};
  if (other_geometries_++ == 0) {
    first_other_row_ = static_cast<long>(feature.GetFID());
    first_other_type_ = geometry->getGeometryName();
  }
  return std::nullopt;
}

void RowReader::check_text(const TableRow& row) const {
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    if (CPLIsUTF8(row.values[i].c_str(), -1)) continue;
    problems_.add({.file = table_.file, .line = row.row, .key = table_.columns[i], .message = "not UTF-8"});
  }
}

void RowReader::read(const OGRFeature& feature) {
  TableRow row{.row = static_cast<long>(feature.GetFID()), .point = read_point(feature)};
  for (int field = 0; field < feature.GetFieldCount(); ++field)
    row.values.push_back(text_of(feature, field));
  check_text(row);
  table_.rows.push_back(std::move(row));
}

void RowReader::finish() const {
  if (other_geometries_ == 0) return;
  problems_.add({.file = table_.file,
                 .line = first_other_row_,
                 .message = fmt::format("geometry {} where points are expected ({} such rows)", first_other_type_,
                                        other_geometries_)});
}

void read_layer(OGRLayer& layer, Table& table, Problems& problems) {
  const OGRFeatureDefn& definition = *layer.GetLayerDefn();
  for (int field = 0; field < definition.GetFieldCount(); ++field)
    table.columns.emplace_back(definition.GetFieldDefn(field)->GetNameRef());
  table.crs = crs_of(layer);
  RowReader reader(table, problems);
  for (const OGRFeatureUniquePtr& feature : layer)
    reader.read(*feature);
  reader.finish();
}

}  // namespace

Table read_ogr_table(const std::filesystem::path& path, Problems& problems) {
  Table table{.file = path.string()};
  if (!check_input_file(path, problems)) return table;
  register_gdal();
  const GdalMessages messages;
  const SpreadsheetOptions options;
  const DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  if (dataset == nullptr) {
    problems.add({.file = table.file, .message = "is not a table that GDAL reads: " + messages.text("unknown format")});
    return table;
  }
  if (OGRLayer* const layer = layer_of(*dataset, table.file, problems)) read_layer(*layer, table, problems);
  if (messages.any_failure()) problems.add({.file = table.file, .message = messages.text()});
  return table;
}

}  // namespace phusong::gis
