#pragma once

#include "propagation/profile.h"

namespace phusong::propagation::sweep {

/// What a frequency brings to the formulas, worked out once a sweep.
struct Carrier {
  /// Electrical ground of one kind at this frequency and polarisation: K = admittance · a^(−1/3).
  struct Ground {
    float admittance = 0.0F;
  };

  Carrier(double frequency_mhz, Polarization polarization);

  float wavelength_m;
  float per_root_wavelength;
  float f_ghz, root_f, root3_f;  ///< GHz, its square root and its cube root
  float free_space_db;           ///< of 1 km
  float troposcatter_db;         ///< L_f of Eq. (45)
  float coupling_db;             ///< the part of A_f in Eq. (47) that depends on frequency alone
  Ground land, sea;
};

}  // namespace phusong::propagation::sweep
