#include "gis/ogr_table.h"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "gis/cell_text.h"
#include "gis/dbf_scan.h"
#include "gis/gdal_support.h"
#include "gis/input_file.h"
#include "gis/layer_crs.h"
#include "gis/table_choice.h"
#include "gis/table_form.h"
#include "gis/text.h"

namespace phusong::gis {
namespace {

/// Spreadsheets: every row is data and every cell is text, whatever OGR would guess; the header is found later.
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
  static constexpr std::pair<const char*, const char*> kOptions[] = {{"OGR_ODS_HEADERS", "DISABLE"},
                                                                     {"OGR_ODS_FIELD_TYPES", "STRING"},
                                                                     {"OGR_XLS_HEADERS", "DISABLE"},
                                                                     {"OGR_XLS_FIELD_TYPES", "STRING"}};
};

bool is_spreadsheet(GDALDataset& dataset) {
  const std::string driver = dataset.GetDriverName();
  return driver == "XLS";
}

/// Whether QGIS keeps styles, projects or metadata in a table of this name. A user's own layer may begin so too.
bool is_of_qgis(const std::string& layer) {
  return layer == "layer_styles" || layer == "qgis_projects" || layer == "qgis_layer_metadata" ||
         layer == "qgis_editor_widget_styles";
}

std::vector<OGRLayer*> data_layers(GDALDataset& dataset) {
  std::vector<OGRLayer*> layers;
  for (OGRLayer* layer : dataset.GetLayers())
    if (!is_of_qgis(layer->GetName())) layers.push_back(layer);
  return layers;
}

std::vector<std::string> field_names(OGRLayer& layer) {
  std::vector<std::string> names;
  OGRFeatureDefn& definition = *layer.GetLayerDefn();
  for (int field = 0; field < definition.GetFieldCount(); ++field)
    names.push_back(clean_text(definition.GetFieldDefn(field)->GetNameRef()));
  return names;
}

/// The point of a point, or of a multipoint of one; nothing for another geometry.
const OGRPoint* point_of(const OGRGeometry& geometry) {
  if (wkbFlatten(geometry.getGeometryType()) == wkbPoint) return geometry.toPoint();
  if (wkbFlatten(geometry.getGeometryType()) != wkbMultiPoint) return nullptr;
  const OGRMultiPoint* const points = geometry.toMultiPoint();
  return points->getNumGeometries() == 1 ? points->getGeometryRef(0) : nullptr;
}

/// OGR would write 2024/03/01.
std::string date_text(const OGRFeature& feature, int field) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
  float second = 0.0F;
  feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
  std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  const auto milliseconds = std::lround(second * 1000.0F);
  std::string time = fmt::format("{:02}:{:02}:{:02}", hour, minute, milliseconds / 1000);
  if (milliseconds % 1000 != 0) time += fmt::format(".{:03}", milliseconds % 1000);
  const OGRFieldType type = feature.GetFieldDefnRef(field)->GetType();
  if (type == OFTDate) return date;
  if (type == OFTTime) return time;
  // OGR counts quarters of an hour from 100, which is UTC; below are "not known" and "local".
  std::string offset = zone == 100 ? "Z" : "";
  if (zone > 1 && zone != 100) {
    const int minutes = std::abs(zone - 100) * 15;
    offset = fmt::format("{}{:02}:{:02}", zone < 100 ? '-' : '+', minutes / 60, minutes % 60);
  }
  return date + "T" + time + offset;
}

std::string text_of(const OGRFeature& feature, int field) {
  if (!feature.IsFieldSetAndNotNull(field)) return "";
  switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTReal:
      // OGR would write a Shapefile's 0.1 as 0.100000000000000.
      return plain_text(feature.GetFieldAsDouble(field));
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
      return date_text(feature, field);
    default:
      return feature.GetFieldAsString(field);
  }
}

CellKind kind_of(const OGRFeature& feature, int field) {
  const OGRFieldType type = feature.GetFieldDefnRef(field)->GetType();
  return type == OFTReal || type == OFTInteger || type == OFTInteger64 ? CellKind::kNumber : CellKind::kText;
}

/// Turns features into rows and remembers what it could not turn.
class RowReader {
 public:
  RowReader(const std::string& file, Problems& problems) : file_(file), problems_(problems) {}

  TableRow read(const OGRFeature& feature);
  /// Adds one problem for all features whose geometry is not a point.
  void finish() const;

 private:
  void check_text(const TableRow& row);
  std::optional<MapPoint> read_point(const OGRFeature& feature);

  const std::string& file_;
  Problems& problems_;
  long other_texts_ = 0;
  long first_other_text_row_ = 0;
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

void RowReader::check_text(const TableRow& row) {
  const bool good = std::all_of(row.values.begin(), row.values.end(),
                                [](const std::string& value) { return CPLIsUTF8(value.c_str(), -1) != 0; });
  if (!good && other_texts_++ == 0) first_other_text_row_ = row.row;
}

TableRow RowReader::read(const OGRFeature& feature) {
  TableRow row{.row = static_cast<long>(feature.GetFID()), .point = read_point(feature)};
  for (int field = 0; field < feature.GetFieldCount(); ++field) {
    row.values.push_back(text_of(feature, field));
    row.kinds.push_back(kind_of(feature, field));
  }
  check_text(row);
  return row;
}

void RowReader::finish() const {
  if (other_geometries_ > 0) {
    problems_.add({.file = file_,
                   .line = first_other_row_,
                   .message = fmt::format("geometry {} where points are expected ({} such rows)", first_other_type_,
                                          other_geometries_)});
  }
  if (other_texts_ > 0) {
    problems_.add({.file = file_,
                   .line = first_other_text_row_,
                   .message = fmt::format("the text of {} rows is not UTF-8: save the file as UTF-8", other_texts_)});
  }
}

std::vector<TableRow> rows_of(OGRLayer& layer, const std::string& file, Problems& problems) {
  RowReader reader(file, problems);
  std::vector<TableRow> rows;
  for (const OGRFeatureUniquePtr& feature : layer)
    rows.push_back(reader.read(*feature));
  reader.finish();
  return rows;
}

/// A Shapefile has names of 10 bytes at most, cut off without a word.
constexpr std::size_t kShapefileNameBytes = 10;

bool is_shapefile(GDALDataset& dataset) {
  return std::string(dataset.GetDriverName()) == "ESRI Shapefile";
}

/// The .dbf file that a layer's fields are in, in whatever letter case its name ends.
std::optional<std::filesystem::path> dbf_of(GDALDataset& dataset, OGRLayer& layer) {
  std::optional<std::filesystem::path> found;
  char** const files = dataset.GetFileList();
  for (char** file = files; file != nullptr && *file != nullptr; ++file) {
    const std::filesystem::path path = *file;
    if (without_case(path.extension().string()) == ".dbf" && path.stem() == layer.GetName()) found = path;
  }
  CSLDestroy(files);
  return found;
}

std::string column_name(const Table& table, const DbfField& field) {
  return field.column < table.columns.size() ? table.columns[field.column] : "";
}

/// Bytes that are UTF-8 and were taken for another encoding, which makes "ThÃ´n" of "Thôn"; and encodings that are not
/// read without loss.
void check_encoding(OGRLayer& layer, const DbfScan& scan, const Table& table, Problems& problems) {
  const char* const encoding = layer.GetMetadataItem("SOURCE_ENCODING", "SHAPEFILE");
  const bool is_recoded = encoding != nullptr && *encoding != '\0' && !EQUAL(encoding, "UTF-8");
  // GDAL converts these by iconv and drops the last letter, which it holds back for a mark that may follow.
  const bool has_marks_behind = is_recoded && (EQUAL(encoding, "CP1258") || EQUAL(encoding, "TCVN"));
  if (has_marks_behind) {
    problems.add({.file = table.file,
                  .message = fmt::format("its text is {}, of which the last letters would be lost: save the layer as "
                                         "UTF-8",
                                         encoding)});
  }
  if (!scan.utf8_text || !is_recoded) return;
  problems.add({.file = table.file,
                .line = scan.utf8_text->row,
                .key = column_name(table, *scan.utf8_text),
                .value = scan.utf8_text->text,
                .message = fmt::format("the text of {} rows is UTF-8 and would be read as {}: put the one word UTF-8 "
                                       "into the file {}.cpg beside the .dbf",
                                       scan.utf8_rows, encoding, layer.GetName())});
}

/// Looks for what OGR loses of a .dbf file. Rows with a problem are left out.
void check_dbf(const std::filesystem::path& dbf, OGRLayer& layer, Table& table, Problems& problems) {
  const std::optional<std::string> bytes = read_input_file(dbf, problems);
  const DbfScan scan = scan_dbf(bytes ? *bytes : "");
  std::set<long> wrong_rows;
  for (const DbfField& field : scan.other_than_numbers) {
    const bool is_overflow = field.text.find_first_not_of('*') == std::string::npos;
    problems.add({.file = table.file,
                  .line = field.row,
                  .key = column_name(table, field),
                  .value = field.text,
                  .message = is_overflow ? "a number that had no room in the field, and is lost" : "is not a number",
                  .allowed = is_overflow ? "the number, in a wider field" : "a number with a decimal point",
                  .of_row_alone = true});
    wrong_rows.insert(field.row);
  }
  std::erase_if(table.rows, [&](const TableRow& row) { return wrong_rows.contains(row.row); });
  check_encoding(layer, scan, table, problems);
}

void read_layer(OGRLayer& layer, Table& table, Problems& problems) {
  table.columns = field_names(layer);
  table.crs = layer_crs(layer);
  check_names(table, std::nullopt, problems);
  table.rows = rows_of(layer, table.file, problems);
  std::for_each(table.rows.begin(), table.rows.end(), clean);
  std::erase_if(table.rows, [](const TableRow& row) { return is_empty(row) && !row.point; });
}

TableOffer offer_of(OGRLayer& layer, bool is_sheet, const TableWish& wish) {
  TableOffer offer{.name = layer.GetName()};
  if (!is_sheet) {
    offer.header = field_names(layer);
    return offer;
  }
  Problems ignored;
  std::vector<TableRow> rows = rows_of(layer, offer.name, ignored);
  std::for_each(rows.begin(), rows.end(), clean);
  std::erase_if(rows, is_empty);
  if (const TableRow* const header = header_of(rows, wish)) offer.header = header->values;
  return offer;
}

void read_dataset(GDALDataset& dataset, const TableRequest& request, Table& table, Problems& problems) {
  const bool is_sheet = is_spreadsheet(dataset);
  const std::vector<OGRLayer*> layers = data_layers(dataset);
  std::vector<TableOffer> offers;
  for (OGRLayer* const layer : layers)
    offers.push_back(offer_of(*layer, is_sheet, request.wish));
  const std::optional<std::size_t> chosen =
      layers.size() == 1 && request.sheet.empty()
          ? std::size_t{0}
          : choose_table(offers, request, is_sheet ? "sheet" : "layer", table.file, problems);
  if (!chosen) return;
  OGRLayer& layer = *layers[*chosen];
  if (is_sheet) {
    table.file += fmt::format(" (sheet {})", layer.GetName());
    form_table(rows_of(layer, table.file, problems), request.wish, table, problems);
    return;
  }
  const std::optional<std::filesystem::path> dbf = is_shapefile(dataset) ? dbf_of(dataset, layer) : std::nullopt;
  if (is_shapefile(dataset) && !dbf) {
    problems.add({.file = table.file,
                  .message = fmt::format("the file {}.dbf beside it is missing, which holds all columns of a Shapefile",
                                         layer.GetName())});
    return;
  }
  read_layer(layer, table, problems);
  if (dbf) check_dbf(*dbf, layer, table, problems);
}

/// OGR's GeoJSON reader would make a date of each text that looks like one.
DatasetPtr open(const std::filesystem::path& path) {
  const char* const as_written[] = {"DATE_AS_STRING=YES", nullptr};
  const char* const only_geojson[] = {"GeoJSON", nullptr};
  const bool is_geojson = GDALIdentifyDriverEx(path.c_str(), GDAL_OF_VECTOR, only_geojson, nullptr) != nullptr;
  return DatasetPtr(
      GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, is_geojson ? as_written : nullptr));
}

}  // namespace

Table read_ogr_table(const std::filesystem::path& path, const TableRequest& request, Problems& problems) {
  Table table{.file = path.string()};
  if (!check_input_file(path, problems)) return table;
  register_gdal();
  const GdalMessages messages;
  const SpreadsheetOptions options;
  const DatasetPtr dataset = open(path);
  if (dataset == nullptr) {
    const bool is_old_excel = without_case(path.extension().string()) == ".xls";
    problems.add({.file = table.file,
                  .message = "is not a table that GDAL reads: " + messages.text("unknown format"),
                  .allowed = is_old_excel ? "the same saved as .xlsx by a spreadsheet program" : ""});
    return table;
  }
  if (is_shapefile(*dataset)) table.name_limit = kShapefileNameBytes;
  read_dataset(*dataset, request, table, problems);
  table.marks = marks_of(table);
  table.marks.comma_allowed = true;
  if (messages.any_failure()) problems.add({.file = table.file, .message = messages.text()});
  return table;
}

}  // namespace phusong::gis
