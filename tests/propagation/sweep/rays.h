#pragma once

#include <vector>

#include "propagation/sweep/ray_sweep.h"
#include "tests/propagation/reference_profiles.h"

namespace phusong::tests {

/// A profile as a ray, with a receiver on every sample from the third on.
struct ProfileRay {
  propagation::sweep::Ray ray;
  propagation::sweep::Receivers receivers;
};
ProfileRay ray_on(const StoredProfile& profile, double latitude_deg);

/// The point-to-point path to the profile's sample `last`.
propagation::PathQuery path_to(const StoredProfile& profile, std::size_t last,
                               const propagation::sweep::SweepSettings& settings, double latitude_deg);

/// Profiles of many kinds, the same on every machine: mountains, hills, plains, sea, with and without clutter and
/// zones, with equal and unequal steps.
std::vector<StoredProfile> random_profiles(int count);

}  // namespace phusong::tests
