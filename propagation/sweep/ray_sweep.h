#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "propagation/sweep/ray.h"

namespace phusong::propagation::sweep {

/// What receivers get from one of the mast's antennas.
struct RayLosses {
  std::vector<std::vector<float>> loss_db;  ///< an array a frequency; p_L = 50 %
  std::vector<float> departure_rad;         ///< the ray's elevation at the antenna, up positive (θ_t)
};

struct LossCounts {
  std::size_t antennas, frequencies, receivers;
};
void resize(std::vector<RayLosses>& losses, const LossCounts& counts);

/// A model for all receivers of rays in one pass: the same as the point-to-point function on each receiver's path
/// to 0.01 dB, at a cost that does not grow with the length of the path. Holds scratch space: one a thread.
class RaySweep {
 public:
  virtual ~RaySweep() = default;
  /// Resizes `losses` to the antennas and receivers. Rays start at the same mast; paths have at least one sample
  /// between mast and receiver. Receivers are worked on in batches: a few rays at a time fill them.
  virtual void compute(std::span<const Ray> rays, const Receivers& receivers, std::vector<RayLosses>& losses) = 0;
};

/// P.1812, compiled for the instructions that every machine of this kind has.
std::unique_ptr<RaySweep> make_portable_ray_sweep(const SweepSettings& settings);

/// P.1812, once for each set of instructions that this build has code for and this machine can run.
std::vector<std::unique_ptr<RaySweep>> make_ray_sweeps_of_all_instruction_sets(const SweepSettings& settings);

bool has_ray_sweep(Model model);

/// For the settings' model, which has_ray_sweep(); the faster of what this machine can run. Results agree to 0.01 dB,
/// not bit for bit.
std::unique_ptr<RaySweep> make_ray_sweep(const SweepSettings& settings);

/// "avx512", "avx2" or "portable": what make_ray_sweep() chooses for P.1812. It is the fastest that this machine can
/// run, or what the environment variable PHUSONG_INSTRUCTIONS names. Throws std::invalid_argument where that can't be.
std::string_view instruction_set();

}  // namespace phusong::propagation::sweep
