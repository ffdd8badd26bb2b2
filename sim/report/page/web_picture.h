#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>

#include "gis/picture.h"
#include "gis/web_map.h"

namespace phusong::report {

/// {"bounds": [[south, west], [north, east]], "url": the picture as a data URL}: what Leaflet lays on its map.
nlohmann::ordered_json web_picture(const gis::LonLatBounds& bounds, const gis::PalettePicture& picture);

/// Appends an image to a list where its "url" fits into the room that is left, and takes its size from the room.
void add_where_room(nlohmann::ordered_json& images, nlohmann::ordered_json image, std::size_t& room_bytes);

}  // namespace phusong::report
