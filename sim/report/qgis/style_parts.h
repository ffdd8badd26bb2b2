#pragma once

#include <string_view>
#include <vector>

#include "gis/column.h"
#include "sim/report/qgis/symbols.h"

namespace phusong::report {

/// Colours that are told apart in all forms of colour blindness: Okabe and Ito, Color Universal Design (2008).
inline constexpr std::string_view kBlue = "0,114,178,255", kYellow = "240,228,66,255", kVermilion = "213,94,0,255",
                                  kGrey = "153,153,153,255", kGreen = "0,158,115,255", kSkyBlue = "86,180,233,255",
                                  kOrange = "230,159,0,255", kPurple = "204,121,167,255", kInk = "35,35,35,255";

/// Whether a layer has a column of this name.
bool has_column(const std::vector<gis::Column>& columns, std::string_view name);

/// Appends what attribute tables and forms say of columns in a language: their names, and words for the codes that they
/// hold. Columns without words stay as they are.
void add_column_words(pugi::xml_node qgis, const std::vector<gis::Column>& columns, std::string_view language);

/// Appends <mapTip>; `html` holds expressions between [% and %].
void add_map_tip(pugi::xml_node qgis, std::string_view html);

/// An expression whose value is a field's text as it stands in HTML, empty where the field is.
std::string html_of_field(std::string_view field);

/// A line of a map tip with a name before the field, left out where the field is empty.
std::string tip_line(std::string_view field, std::string_view words);

}  // namespace phusong::report
