#include "sim/analysis/uncertainty/hamlet_draws.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <numbers>

using namespace phusong;
using analysis::HamletReception;

namespace {

constexpr std::uint32_t kBlockCount = 800;
constexpr double kDraws = kBlockCount * 128.0;
constexpr double kSigmaLocationDb = 3.0;

/// Two masts, 1 and 2, each exactly at the threshold at two points 20 m apart.
HamletReception two_masts_two_points(double correlation_m) {
  const std::array<gis::MapPoint, 2> places = {{{0, 0}, {20, 0}}};
  HamletReception reception{.stream = 11, .weights = {0.5, 0.5}, .numbers = {0, 1}};
  reception.factor = analysis::correlation_factor(places, correlation_m);
  reception.certain = {0, 0};
  for (std::uint32_t mast = 1; mast <= 2; ++mast) {
    analysis::HeardSite site{.stream = 100 + mast, .receptions = {}};
    for (std::uint32_t point = 0; point < 2; ++point)
      site.receptions.push_back({.point = point, .sigma_location_db = kSigmaLocationDb, .bits = mast});
    reception.sites.push_back(site);
  }
  return reception;
}

/// The part of the draws in which the bits `a` serve point 0 and the bits `b` point `point`.
double both_served(const scenario::ServiceOptions& service, const HamletReception& reception, std::uint32_t a,
                   std::uint32_t b, std::size_t point) {
  analysis::HamletDraws draws(service, 1);
  double both = 0.0;
  for (std::uint32_t block = 0; block < kBlockCount; ++block) {
    const analysis::ServedBlock& served = draws.draw(reception, block);
    for (std::size_t i = 0; i < analysis::kBlockDraws; ++i)
      both += (served[0][i] & a) != 0 && (served[point][i] & b) != 0 ? 1.0 : 0.0;
  }
  return both / kDraws;
}

/// Sheppard's formula: two normal values with mean 0 and this correlation are both positive.
double both_positive(double correlation) {
  return 0.25 + std::asin(correlation) / (2.0 * std::numbers::pi);
}

void check_odds(double found, double expected) {
  CHECK(std::abs(found - expected) < 4.0 * std::sqrt(expected * (1.0 - expected) / kDraws));
}

}  // namespace

TEST_CASE("errors of two masts and two points are correlated as the model says") {
  for (const double model_db : {0.0, 4.0, 8.0}) {
    for (const double correlation_m : {0.0, 15.0, 5000.0}) {
      for (const double building_db : {0.0, 5.0}) {
        const HamletReception reception = two_masts_two_points(correlation_m);
        const scenario::ServiceOptions service{
            .model_sigma_db = model_db, .indoor = building_db > 0.0, .sigma_building_db = building_db};
        const double between_points = correlation_m > 0.0 ? std::exp(-20.0 / correlation_m) : 0.0;
        const double model = model_db * model_db;
        const double location = kSigmaLocationDb * kSigmaLocationDb;
        const double building = building_db * building_db;
        const double all = model + location + building;
        CAPTURE(model_db);
        CAPTURE(correlation_m);
        CAPTURE(building_db);
        check_odds(both_served(service, reception, 1, 1, 0), 0.5);
        check_odds(both_served(service, reception, 1, 2, 0),
                   both_positive((0.5 * model + 0.5 * location + building) / all));
        check_odds(both_served(service, reception, 1, 1, 1), both_positive((model + location * between_points) / all));
        check_odds(both_served(service, reception, 2, 1, 1),
                   both_positive((0.5 * model + 0.5 * location * between_points) / all));
      }
    }
  }
}

TEST_CASE("a mast or point that is left out changes nothing for the others") {
  const scenario::ServiceOptions service{.indoor = true};
  const HamletReception whole = two_masts_two_points(15.0);
  HamletReception part = whole;
  part.sites.erase(part.sites.begin());
  part.sites.front().receptions.erase(part.sites.front().receptions.begin());
  analysis::HamletDraws draws(service, 1);
  for (std::uint32_t block = 0; block < 5; ++block) {
    const analysis::ServedBlock all = draws.draw(whole, block);
    const analysis::ServedBlock some = draws.draw(part, block);
    for (std::size_t i = 0; i < analysis::kBlockDraws; ++i) {
      CHECK((all[1][i] & 2U) == some[1][i]);
      CHECK(some[0][i] == 0);
    }
  }
}

TEST_CASE("bits that are certain are there in every draw") {
  HamletReception reception = two_masts_two_points(50.0);
  reception.certain = {4, 0};
  const scenario::ServiceOptions service;
  analysis::HamletDraws draws(service, 1);
  for (const std::uint32_t bits : draws.draw(reception, 0)[0])
    CHECK((bits & 4U) == 4U);
  reception.sites.clear();
  for (const std::uint32_t bits : draws.draw(reception, 0)[0])
    CHECK(bits == 4U);
}
