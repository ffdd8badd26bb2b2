#pragma once

#include "sim/coverage/stored_losses.h"
#include "sim/coverage/transmitters.h"

namespace phusong::coverage {

/// Computes the losses over the disc of one transmitter after another, in parts that different threads may work on.
/// Holds scratch space: one a thread.
class DiscEngine {
 public:
  virtual ~DiscEngine() = default;
  /// How many parts the disc of a transmitter is cut in.
  virtual int parts(const Transmitter& transmitter) const = 0;
  /// Fills the cells of `losses` that belong to a part of the disc. The transmitter must outlive its use here.
  virtual void compute(const Transmitter& transmitter, int part, StoredLosses& losses) = 0;
};

}  // namespace phusong::coverage
