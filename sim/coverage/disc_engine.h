#pragma once

#include <functional>
#include <memory>
#include <span>

#include "sim/coverage/stored_losses.h"
#include "sim/coverage/transmitters.h"

namespace phusong::coverage {

/// Computes the losses over one disc after another, in parts that different threads may work on, of all antennas that
/// share it (see share_disc()). Holds scratch space: one a thread.
class DiscEngine {
 public:
  virtual ~DiscEngine() = default;
  /// How many parts the disc of a transmitter is cut in.
  virtual int parts(const Transmitter& transmitter) const = 0;
  /// Fills the cells of `losses`, one an antenna and of the disc's window, that belong to a part of the disc. The
  /// antennas must outlive their use here.
  virtual void compute(std::span<const Transmitter> antennas, int part, std::span<StoredLosses* const> losses) = 0;
};

/// Makes one for each thread.
using MakeDiscEngine = std::function<std::unique_ptr<DiscEngine>()>;

}  // namespace phusong::coverage
