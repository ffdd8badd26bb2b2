#include "sim/network/technology.h"

#include <algorithm>
#include <cctype>

namespace phusong::network {
namespace {

struct Names {
  std::string_view name, prefix, level_quantity;
};
constexpr std::array<Names, kTechnologyCount> kNames = {
    {{"2G", "2g", "rxlev"}, {"3G", "3g", "rscp"}, {"4G", "4g", "rsrp"}, {"5G", "5g", "ssrsrp"}}};

}  // namespace

std::string_view name_of(Technology technology) {
  return kNames[index_of(technology)].name;
}
std::string_view prefix_of(Technology technology) {
  return kNames[index_of(technology)].prefix;
}
std::string_view level_quantity_of(Technology technology) {
  return kNames[index_of(technology)].level_quantity;
}

std::optional<Technology> technology_from_name(std::string_view name) {
  const auto same = [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; };
  for (Technology technology : kTechnologies) {
    if (std::ranges::equal(name, name_of(technology), same)) return technology;
  }
  return std::nullopt;
}

}  // namespace phusong::network
