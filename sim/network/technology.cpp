#include "sim/network/technology.h"

#include <algorithm>
#include <cctype>

namespace phusong::network {
namespace {

struct Names {
  std::string_view name, prefix, level_quantity, ratio_quantity;
};
constexpr std::array<Names, kTechnologyCount> kNames = {{{"2G", "2g", "rxlev", "ci"},
                                                         {"3G", "3g", "rscp", "ecio"},
                                                         {"4G", "4g", "rsrp", "sinr"},
                                                         {"5G", "5g", "ssrsrp", "sinr"}}};

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
std::string_view ratio_quantity_of(Technology technology) {
  return kNames[index_of(technology)].ratio_quantity;
}

std::optional<Technology> technology_from_name(std::string_view name) {
  const auto same = [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; };
  for (Technology technology : kTechnologies) {
    if (std::ranges::equal(name, name_of(technology), same)) return technology;
  }
  return std::nullopt;
}

}  // namespace phusong::network
