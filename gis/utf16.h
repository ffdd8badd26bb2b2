#pragma once

#include <string_view>

namespace phusong::gis {

inline constexpr const char* kUtf16Fault = "is UTF-16: save it as UTF-8";

/// Whether the bytes are a text in UTF-16: by its byte order mark, or by the zero in every second of the first bytes
/// that the letters of a header or a key have there.
bool is_utf16(std::string_view text);

}  // namespace phusong::gis
