#include "gis/utf16.h"

namespace phusong::gis {

bool is_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  if (text.size() < 4) return false;
  const auto zero = [text](std::size_t at) { return text[at] == '\0'; };
  const bool little_endian = !zero(0) && zero(1) && !zero(2) && zero(3);
  const bool big_endian = zero(0) && !zero(1) && zero(2) && !zero(3);
  return little_endian || big_endian;
}

}  // namespace phusong::gis
