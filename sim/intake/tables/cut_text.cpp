#include "sim/intake/tables/cut_text.h"

namespace phusong::intake {

std::vector<std::string> cut_text(const std::string& text, std::string_view separator) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator, begin)) {
    pieces.push_back(text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

}  // namespace phusong::intake
