#include "sim/scenario/synth/settlements.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/scenario/synth/names.h"
#include "sim/scenario/synth/outline.h"
#include "sim/scenario/synth/random.h"
#include "sim/scenario/synth/spaced_points.h"

namespace phusong::synth {
namespace {

constexpr std::uint64_t kPeopleStream = 2, kNameStream = 3;
constexpr double kHamletsPerCommune = 12.0, kCommunesPerDistrict = 6.0;
constexpr double kPeoplePerHousehold = 4.3;

/// A place with the people on it.
struct Peopled {
  Place place;
  std::int64_t population = 0;
};

// The most populous first, so that seats are taken from the front.
std::vector<Peopled> peopled(const std::vector<Place>& places, Random& random) {
  std::vector<Peopled> all;
  for (const Place& place : places) {
    const double crowd = random.uniform();
    const double people = 90.0 + 160.0 * random.uniform() + 700.0 * crowd * crowd * (1.0 - 0.6 * place.remoteness);
    all.push_back({.place = place, .population = std::lround(people)});
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, &Peopled::population);
  return all;
}

// At most `count` of the places, the first that keep a distance fit for so many on the whole ground.
std::vector<gis::MapPoint> spread(const std::vector<gis::MapPoint>& places, double count, const gis::Grid& grid) {
  const double area_m2 = (grid.right_m() - grid.left_m) * (grid.top_m - grid.bottom_m());
  SpacedPoints taken(0.55 * std::sqrt(area_m2 / count));
  std::vector<gis::MapPoint> chosen;
  for (const gis::MapPoint place : places)
    if (static_cast<double>(chosen.size()) < count && taken.add(place)) chosen.push_back(place);
  return chosen;
}

std::vector<Commune> make_communes(const std::vector<Peopled>& all, const gis::Grid& grid, PlaceNames& names) {
  std::vector<gis::MapPoint> positions;
  for (const Peopled& hamlet : all)
    positions.push_back(hamlet.place.position);
  const auto seats = spread(positions, std::max(1.0, static_cast<double>(all.size()) / kHamletsPerCommune), grid);
  const auto capitals =
      spread(seats, std::max(1.0, std::floor(static_cast<double>(seats.size()) / kCommunesPerDistrict)), grid);
  std::vector<std::string> districts;
  for (std::size_t i = 0; i < capitals.size(); ++i)
    districts.push_back(names.district());

  auto outlines = outlines_around(seats, grid);
  std::vector<Commune> communes;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const std::string& district = districts[nearest_index(capitals, seats[i])];
    communes.push_back(
        {.name = names.commune(district), .district = district, .seat = seats[i], .outline = std::move(outlines[i])});
  }
  return communes;
}

// A share in thousandths, as tables give them.
double thousandths(double share) {
  return std::round(1000.0 * std::clamp(share, 0.0, 1.0)) / 1000.0;
}

// `ease`: 1 at the seat of a commune in a main valley, 0 where everything is far.
void equip(network::Hamlet& hamlet, double ease, Random& random) {
  hamlet.households = std::max(1L, std::lround(static_cast<double>(hamlet.population) / kPeoplePerHousehold));
  hamlet.radius_m = std::round(120.0 + 9.0 * std::sqrt(static_cast<double>(hamlet.population)));
  hamlet.share_2g_only = thousandths(0.10 * (1.0 - ease) * random.uniform());
  hamlet.share_3g_only = thousandths(0.03 * random.uniform());
  hamlet.share_volte = thousandths(0.35 + 0.35 * ease + 0.04 * random.normal());
  hamlet.share_smartphone = thousandths(0.50 + 0.35 * ease + 0.05 * random.normal());
  hamlet.fixed_broadband = random.chance(0.15 + 0.75 * ease);
  hamlet.grid_power = random.chance(0.85 + 0.20 * ease);
}

network::Hamlet make_hamlet(const Peopled& peopled, const Commune& commune, Random& random) {
  network::Hamlet hamlet;
  hamlet.position = peopled.place.position;
  hamlet.commune = commune.name;
  hamlet.district = commune.district;
  hamlet.population = peopled.population;
  const double from_seat_km = std::sqrt(squared_distance_m2(hamlet.position, commune.seat)) / 1000.0;
  equip(hamlet, (1.0 - 0.5 * peopled.place.remoteness) / (1.0 + from_seat_km / 4.0), random);
  return hamlet;
}

std::vector<std::vector<network::Hamlet>> hamlets_by_commune(const std::vector<Peopled>& all,
                                                             const std::vector<Commune>& communes, Random& random) {
  std::vector<gis::MapPoint> seats;
  for (const Commune& commune : communes)
    seats.push_back(commune.seat);
  std::vector<std::vector<network::Hamlet>> by_commune(communes.size());
  for (const Peopled& peopled : all) {
    const std::size_t commune = nearest_index(seats, peopled.place.position);
    by_commune[commune].push_back(make_hamlet(peopled, communes[commune], random));
  }
  return by_commune;
}

}  // namespace

Settlements make_settlements(const Options& options, const std::vector<Place>& places, const gis::Grid& grid) {
  const auto seed = static_cast<std::uint64_t>(options.seed);
  Random random(seed, kPeopleStream);
  PlaceNames names{Random(seed, kNameStream)};
  const auto all = peopled(places, random);
  Settlements settlements{.province = "Giả Định", .communes = make_communes(all, grid, names), .hamlets = {}};
  for (auto& hamlets : hamlets_by_commune(all, settlements.communes, random)) {
    for (network::Hamlet& hamlet : hamlets) {
      hamlet.hamlet_id = fmt::format("H{:06}", settlements.hamlets.size() + 1);
      hamlet.name = names.hamlet(hamlet.district, hamlet.commune);
      hamlet.province = settlements.province;
      settlements.hamlets.push_back(std::move(hamlet));
    }
  }
  return settlements;
}

}  // namespace phusong::synth
