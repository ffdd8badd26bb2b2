#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/report/qgis/project_layers.h"
#include "sim/report/qgis/sunset_days.h"

namespace phusong::report {

/// A topic of the project: the layers that show it. Each is a map theme and a print layout.
struct MapTheme {
  std::string name;
  std::vector<std::string> layers;  ///< ids, in the order of the legend
  std::string note;                 ///< a sentence under the map; may be empty
  std::optional<DaySpan> days{};    ///< the days that the layout shows, where the layers have times
  std::string days_in_words;        ///< beside the title
};

/// The themes that the layers of the run are enough for; the first is shown when the project is opened.
std::vector<MapTheme> map_themes(const StoredRun& run, const std::vector<ProjectLayer>& layers,
                                 const std::string& language);

}  // namespace phusong::report
