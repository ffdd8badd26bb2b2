#include "propagation/point_to_point.h"

#include <stdexcept>
#include <string>

#include "propagation/model_losses.h"

namespace phusong::propagation {
namespace {

struct NamedModel {
  Model model;
  std::string_view name;
};
constexpr std::array kNames = {NamedModel{Model::kP1812, "p1812"}, NamedModel{Model::kItm, "itm"},
                               NamedModel{Model::kExtendedHata, "ehata"}, NamedModel{Model::kRma, "rma"},
                               NamedModel{Model::kFreeSpace, "free_space"}};

void check_profile(const Profile& profile) {
  const std::size_t n = profile.size();
  if (n < 2) throw std::invalid_argument("a profile has at least two points");
  const bool equal = profile.distance_km.size() == n && (profile.clutter_m.empty() || profile.clutter_m.size() == n) &&
                     (profile.zone.empty() || profile.zone.size() == n);
  if (!equal) throw std::invalid_argument("the arrays of a profile have unequal lengths");
}

ModelLosses* losses_of(Model model) {
  switch (model) {
    case Model::kP1812:
      return p1812_losses;
    case Model::kFreeSpace:
      return free_space_losses;
    case Model::kItm:
      return itm_losses;
    case Model::kExtendedHata:
      return ehata_losses;
    case Model::kRma:
      return rma_losses;
  }
  throw std::invalid_argument("unknown propagation model");
}

/// What the model returns.
std::optional<double> checked_losses(const PathQuery& query, const PropagationSettings& settings,
                                     std::span<const double> frequencies_mhz, std::span<PathLoss> losses) {
  check_profile(query.profile);
  if (losses.size() != frequencies_mhz.size()) throw std::invalid_argument("one loss is asked for each frequency");
  for (PathLoss& loss : losses)
    loss.violations.clear();
  return losses_of(settings.model)(query, settings, frequencies_mhz, losses);
}

}  // namespace

std::string_view name_of(Model model) {
  for (const auto& entry : kNames)
    if (entry.model == model) return entry.name;
  throw std::invalid_argument("unknown propagation model");
}

std::optional<Model> model_from_name(std::string_view name) {
  for (const auto& entry : kNames)
    if (entry.name == name) return entry.model;
  return std::nullopt;
}

void path_losses(const PathQuery& query, const PropagationSettings& settings, std::span<const double> frequencies_mhz,
                 std::span<PathLoss> losses) {
  checked_losses(query, settings, frequencies_mhz, losses);
}

double follow_path(const PathQuery& query, const PropagationSettings& settings, std::span<const double> frequencies_mhz,
                   std::span<PathLoss> losses) {
  const std::optional<double> found_rad = checked_losses(query, settings, frequencies_mhz, losses);
  return found_rad ? *found_rad : departure_angle_rad(query, settings);
}

std::vector<PathLoss> path_losses(const PathQuery& query, const PropagationSettings& settings,
                                  std::span<const double> frequencies_mhz) {
  std::vector<PathLoss> losses(frequencies_mhz.size());
  path_losses(query, settings, frequencies_mhz, losses);
  return losses;
}

}  // namespace phusong::propagation
