#pragma once

#include <string_view>

namespace phusong::gis {

/// What a file is that has the name of a text file and begins like a workbook, a GeoPackage, an archive or a document,
/// and what would help; empty for others.
std::string_view other_format(std::string_view bytes);

/// What the encoding of a text that is not UTF-8 seems to be, as words of a message.
std::string_view encoding_of(std::string_view text);

}  // namespace phusong::gis
