#include "sim/report/page/web_picture.h"

#include <nlohmann/json.hpp>
#include <string>

namespace phusong::report {

nlohmann::ordered_json web_picture(const gis::LonLatBounds& bounds, const gis::PalettePicture& picture) {
  using WebJson = nlohmann::ordered_json;
  return {{"bounds", WebJson::array({WebJson::array({bounds.south_deg, bounds.west_deg}),
                                     WebJson::array({bounds.north_deg, bounds.east_deg})})},
          {"url", "data:image/png;base64," + gis::base64_of(gis::png_of(picture))}};
}

void add_where_room(nlohmann::ordered_json& images, nlohmann::ordered_json image, std::size_t& room_bytes) {
  const std::size_t bytes = image.at("url").get_ref<const std::string&>().size();
  if (bytes > room_bytes) return;
  room_bytes -= bytes;
  images.push_back(std::move(image));
}

}  // namespace phusong::report
