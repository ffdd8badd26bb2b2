#pragma once

#include <vector>

#include "sim/network/site.h"

namespace phusong::synth {

/// Links each operator's masts to one another, in `backhaul_to`: a tree that grows from its first mast with fibre (of
/// all its masts where none has fibre), always by the shortest link; fibre goes on over masts with fibre, microwave
/// over any.
void link_masts(std::vector<network::Site>& sites);

}  // namespace phusong::synth
