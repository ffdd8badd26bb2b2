#pragma once

#include <nlohmann/json_fwd.hpp>

#include "gis/picture.h"
#include "gis/web_map.h"
#include "sim/report/colour_classes.h"

namespace phusong::report {

/// A raster in the classes of a style, each a colour of the palette; clear where the raster says nothing.
gis::PalettePicture classified(const gis::WebRaster& raster, const ColourStops& classes);
/// A class a number: cells of a best-server map, of which those far apart in the count share a colour.
gis::PalettePicture distinct_classes(const gis::WebRaster& raster);
/// A hillshade in shades of grey.
gis::PalettePicture grey_shades(const gis::WebRaster& raster);

/// A ramp as ten classes, which a legend can show.
ColourStops classes_of_ramp(const ColourStops& ramp);
/// [{"colour": "#rrggbb", "label": text}] of the classes that are not clear.
nlohmann::ordered_json legend_json(const ColourStops& classes);

}  // namespace phusong::report
