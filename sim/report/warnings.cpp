#include "sim/report/warnings.h"

#include <fmt/format.h>

namespace phusong::report {
namespace {

/// "FILE:ROW: KIND ID (NAME) CONSEQUENCE" for each of the places.
class PlaceWarnings {
 public:
  PlaceWarnings(const scenario::Scenario& scenario, std::vector<std::string>& texts)
      : network_(scenario.network), files_(scenario.options.network), texts_(texts) {}

  void sites(const std::vector<std::size_t>& indices, const char* consequence) {
    for (const std::size_t i : indices) {
      const network::Site& site = network_.sites[i];
      texts_.push_back(fmt::format("{}:{}: mast {} ({}) {}", files_.sites.at(site.file), site.row, site.site_id,
                                   site.name, consequence));
    }
  }

  void hamlets(const std::vector<std::size_t>& indices, const char* consequence) {
    for (const std::size_t i : indices) {
      const network::Hamlet& hamlet = network_.hamlets[i];
      texts_.push_back(fmt::format("{}:{}: hamlet {} ({}) {}", files_.hamlets, hamlet.row, hamlet.hamlet_id,
                                   hamlet.name, consequence));
    }
  }

 private:
  const network::Network& network_;
  const scenario::NetworkOptions& files_;
  std::vector<std::string>& texts_;
};

}  // namespace

std::vector<std::string> warnings(const scenario::Scenario& scenario, const coverage::PlacesOnTerrain& places) {
  constexpr const char* kBeside =
      "stands just off the terrain or on a void: its ground height is that of the nearest known cell";
  std::vector<std::string> texts = scenario.notes;
  PlaceWarnings found(scenario, texts);
  found.sites(places.sites_off_terrain, "is off the terrain: its cells contribute nothing");
  found.sites(places.sites_beside_terrain, kBeside);
  found.hamlets(places.hamlets_off_terrain, "is off the terrain: its status is unknown");
  found.hamlets(places.hamlets_beside_terrain, kBeside);
  return texts;
}

}  // namespace phusong::report
