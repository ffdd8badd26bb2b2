#pragma once

#include "sim/network/network.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::tests {

/// An outcome written down by hand. 2G of operator A goes within three quarters from 2027-Q1: C0 goes off in period 2
/// and its carrier on air with it, C1 is exempt, C2 is left because of hamlet H1, a swap on mast S1 goes on in
/// period 1.
struct TinyOutcome {
  network::Network network;
  sunset::SunsetOutcome outcome;

  TinyOutcome();
  /// Everything off instead, the last cell in period 2.
  void finish();
};

/// A blocking demand of H1 with one remedy.
sunset::BlockingDemand blocking_demand(sunset::Remedy remedy);

}  // namespace phusong::tests
