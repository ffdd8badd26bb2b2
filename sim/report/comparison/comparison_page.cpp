#include "sim/report/comparison/comparison_page.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "gis/output_file.h"
#include "gis/picture.h"
#include "gis/web_map.h"
#include "sim/report/colour_classes.h"
#include "sim/report/comparison/changed_hamlets.h"
#include "sim/report/comparison/compare_assets.h"
#include "sim/report/comparison/compare_json.h"
#include "sim/report/comparison/comparison_wording.h"
#include "sim/report/json_text.h"
#include "sim/report/page/map_classes.h"
#include "sim/report/page/page_assets.h"
#include "sim/report/page/page_file.h"
#include "sim/report/xml_text.h"

namespace phusong::report {
namespace {

using PageJson = nlohmann::ordered_json;

constexpr int kMaxPicturePixels = 1000;  ///< a side
constexpr std::size_t kMaxPictureBytes = 4UL << 20U;

PageJson page_value(const gis::CellValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  if (const auto* const whole = std::get_if<std::int64_t>(&value)) return *whole;
  if (const auto* const number = std::get_if<gis::Number>(&value)) return rounded(number->value, number->decimals);
  return nullptr;
}

/// The table of changed hamlets, with their places.
PageJson changed_hamlets_json(const ComparisonData& data) {
  const gis::OutputTable table = changed_hamlet_table(data);
  PageJson columns = PageJson::array(), rows = PageJson::array();
  for (const gis::Column& column : table.columns)
    columns.push_back(column.name);
  columns.push_back("lon_deg");
  columns.push_back("lat_deg");
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    PageJson row = PageJson::array();
    for (const gis::CellValue& value : table.rows[i])
      row.push_back(page_value(value));
    const gis::LonLat place = data.changes.hamlets.changes[i].hamlet->lon_lat;
    row.push_back(rounded(place.lon_deg, 6));
    row.push_back(rounded(place.lat_deg, 6));
    rows.push_back(std::move(row));
  }
  return {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

PageJson difference_image(const MapDifference& map, const std::filesystem::path& folder) {
  const gis::WebRaster raster = gis::read_on_web_map(folder / map.file, kMaxPicturePixels);
  const gis::LonLatBounds& bounds = raster.bounds;
  return {{"operator", map.operator_name},
          {"technology", network::name_of(map.technology)},
          {"bounds", PageJson::array({PageJson::array({bounds.south_deg, bounds.west_deg}),
                                      PageJson::array({bounds.north_deg, bounds.east_deg})})},
          {"legend", legend_json(difference_colours())},
          {"url", "data:image/png;base64," + gis::base64_of(gis::png_of(classified(raster, difference_colours())))}};
}

/// As many pictures as there is room for, those of the main operator first.
PageJson difference_images(const ComparisonData& data, const std::filesystem::path& folder) {
  PageJson images = PageJson::array();
  std::size_t room = kMaxPictureBytes;
  for (const MapDifference& map : data.maps.differences) {
    PageJson image = difference_image(map, folder);
    const std::size_t bytes = image.at("url").get_ref<const std::string&>().size();
    if (bytes > room) continue;
    room -= bytes;
    images.push_back(std::move(image));
  }
  return images;
}

}  // namespace

std::string comparison_page_html(const ComparisonData& data, const std::filesystem::path& folder) {
  const PageJson json = {{"language", data.language},
                         {"comparison", compare_json(data)},
                         {"changed", changed_hamlets_json(data)},
                         {"images", difference_images(data, folder)}};
  return filled_template(kCompareTemplate, {{"LANG", data.language},
                                            {"TITLE", xml_text(comparison_wording(data.language).title)},
                                            {"LEAFLET_CSS", std::string(kLeafletStyle)},
                                            {"STYLE", std::string(kCompareStyle)},
                                            {"LEAFLET_JS", std::string(kLeafletScript)},
                                            {"DATA", json_in_html(json)},
                                            {"SCRIPT", std::string(kCompareScript)}});
}

void write_comparison_page(const ComparisonData& data, const std::filesystem::path& folder) {
  gis::write_text_file(folder / kComparisonPageFile, comparison_page_html(data, folder));
}

}  // namespace phusong::report
