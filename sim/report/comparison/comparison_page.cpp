#include "sim/report/comparison/comparison_page.h"

#include <nlohmann/json.hpp>

#include "gis/output_file.h"
#include "gis/web_map.h"
#include "sim/report/colour_classes.h"
#include "sim/report/comparison/changed_hamlets.h"
#include "sim/report/comparison/compare_assets.h"
#include "sim/report/comparison/compare_json.h"
#include "sim/report/comparison/comparison_wording.h"
#include "sim/report/json_text.h"
#include "sim/report/page/map_classes.h"
#include "sim/report/page/page_file.h"
#include "sim/report/page/page_table.h"
#include "sim/report/page/web_picture.h"

namespace phusong::report {
namespace {

using PageJson = nlohmann::ordered_json;

constexpr int kMaxPicturePixels = 1000;  ///< a side
constexpr std::size_t kMaxPictureBytes = 4UL << 20U;

/// Whether a page has room for it: of the further operators it tells what they cover, not every decibel.
bool is_on_page(const analysis::HamletChange& change) {
  return change.operator_name.empty() || change.kind == analysis::ChangeKind::kStatus;
}

/// The table of changed hamlets, with their places.
PageJson changed_hamlets_json(const ComparisonData& data) {
  PageJson table = page_table(changed_hamlet_table(data));
  table["columns"].push_back("lon_deg");
  table["columns"].push_back("lat_deg");
  PageJson rows = PageJson::array();
  for (std::size_t i = 0; i < table["rows"].size(); ++i) {
    const analysis::HamletChange& change = data.changes.hamlets.changes[i];
    if (!is_on_page(change)) continue;
    PageJson& row = rows.emplace_back(std::move(table["rows"][i]));
    row.push_back(rounded(change.hamlet.lon_lat.lon_deg, 6));
    row.push_back(rounded(change.hamlet.lon_lat.lat_deg, 6));
  }
  table["rows"] = std::move(rows);
  return table;
}

/// The ground under the map; null where there is none.
PageJson hillshade_json(const ComparisonData& data, gis::WebMapReader& reader) {
  if (data.terrain.empty()) return nullptr;
  const gis::WebRaster shades = reader.hillshade(data.terrain);
  return web_picture(shades.bounds, grey_shades(shades));
}

PageJson difference_image(const MapDifference& map, const std::filesystem::path& folder, gis::WebMapReader& reader) {
  const gis::WebRaster raster = reader.read(folder / map.file);
  PageJson image = {{"operator", map.operator_name},
                    {"technology", network::name_of(map.technology)},
                    {"legend", legend_json(difference_colours())}};
  image.update(web_picture(raster.bounds, classified(raster, difference_colours())));
  return image;
}

/// As many pictures as there is room for, those of the main operator first.
PageJson difference_images(const ComparisonData& data, const std::filesystem::path& folder, gis::WebMapReader& reader) {
  PageJson images = PageJson::array();
  std::size_t room_bytes = kMaxPictureBytes;
  for (const MapDifference& map : data.maps.differences)
    add_where_room(images, difference_image(map, folder, reader), room_bytes);
  return images;
}

}  // namespace

std::string comparison_page_html(const ComparisonData& data, const std::filesystem::path& folder) {
  gis::WebMapReader reader(kMaxPicturePixels);
  return html_page({.language = data.language,
                    .title = std::string(comparison_wording(data.language).title),
                    .sections = {"answers", "map-section", "figures", "tables", "runs"},
                    .style = kCompareStyle,
                    .script = kCompareScript},
                   {{"language", data.language},
                    {"comparison", compare_json(data)},
                    {"changed", changed_hamlets_json(data)},
                    {"images", difference_images(data, folder, reader)},
                    {"hillshade", hillshade_json(data, reader)}});
}

void write_comparison_page(const ComparisonData& data, const std::filesystem::path& folder) {
  gis::write_text_file(folder / kComparisonPageFile, comparison_page_html(data, folder));
}

}  // namespace phusong::report
