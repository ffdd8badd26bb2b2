#include "sim/sunset/bound/end_pieces.h"

#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace phusong::sunset {
namespace {

using Fate = EndReduction::Fate;

/// Sets that grow together.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

/// What may serve a spot: the cells, carriers and swaps that are open, numbered one after the other.
struct SpotLink {
  std::size_t supplier = 0;
  ServiceMask services = 0;
  auto operator<=>(const SpotLink&) const = default;  // NOLINT(modernize-use-nullptr): its comparison with 0
};
/// Spots of a demand that are the same in all this are one.
using OpenSpotKey = std::pair<ServiceMask, std::vector<SpotLink>>;

class PieceBuilder {
 public:
  PieceBuilder(const SunsetModel& model, const EndReduction& reduction, int period)
      : model_(model),
        reduction_(reduction),
        period_(period),
        first_carrier_(model.cells.size()),
        first_swap_(first_carrier_ + model.carriers.size()),
        fixed_(model.spots.size()),
        links_(model.spots.size()),
        groups_(first_swap_ + model.swaps.size() + model.demands.size()),
        piece_of_group_(first_swap_ + model.swaps.size() + model.demands.size(), kNone) {}

  std::vector<EndPiece> build_pieces() {
    fix_spots();
    link_spots();
    join_groups();
    return build();
  }

  EndPiece build_one() {
    fix_spots();
    link_spots();
    for (std::size_t member = 1; member < piece_of_group_.size(); ++member)
      groups_.join(member, 0);
    piece_of(0);
    return std::move(build().front());
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::vector<EndPiece> build() {
    for (DemandIndex d = 0; d < model_.demands.size(); ++d)
      if (!reduction_.settled[d]) add_demand(d);
    add_blockers();
    return std::move(pieces_);
  }

  const SunsetModel& model_;
  const EndReduction& reduction_;
  int period_;
  std::size_t first_carrier_, first_swap_;
  std::vector<ServiceMask> fixed_;               ///< what is certain at a spot
  std::vector<std::vector<SpotLink>> links_;     ///< of open suppliers that add something, one list a spot
  Groups groups_;                                ///< suppliers, then demands
  std::vector<std::size_t> piece_of_group_;      ///< by the group's first member
  std::map<std::size_t, std::size_t> index_of_;  ///< of a supplier, in its piece
  std::vector<EndPiece> pieces_;

  const std::vector<Link>& links_of(std::size_t supplier) const {
    if (supplier < first_carrier_) return model_.cells[supplier].links;
    if (supplier < first_swap_) return model_.carriers[supplier - first_carrier_].links;
    return model_.swaps[supplier - first_swap_].links;
  }

  Fate fate_of(std::size_t supplier) const {
    if (supplier < first_carrier_) return reduction_.cells[supplier];
    return supplier < first_swap_ ? reduction_.carriers[supplier - first_carrier_] : Fate::kOpen;
  }

  std::size_t suppliers() const { return first_swap_ + model_.swaps.size(); }

  void fix_spots() {
    for (SpotIndex spot = 0; spot < model_.spots.size(); ++spot)
      fixed_[spot] = model_.spots[spot].fixed;
    for (std::size_t supplier = 0; supplier < first_swap_; ++supplier) {
      if (fate_of(supplier) != Fate::kOn) continue;
      for (const Link& link : links_of(supplier))
        fixed_[link.spot] |= link.services;
    }
  }

  /// Services of the classes that have handsets; VoLTE may be given some.
  ServiceMask wanted_by(DemandIndex demand) const {
    const ClassCounts counts = model_.counts_in(demand, period_);
    ServiceMask mask = 0;
    for (std::size_t c = 0; c < kHandsetClasses; ++c) {
      if (counts[c] > 0 || c == kVolteIndex)
        mask |= static_cast<ServiceMask>(1U << bit_index(Service::kVoice, c) | 1U << bit_index(Service::kData, c));
    }
    return mask;
  }

  void link_spots() {
    std::vector<ServiceMask> wanted(model_.demands.size());
    for (DemandIndex d = 0; d < model_.demands.size(); ++d)
      wanted[d] = reduction_.settled[d] ? ServiceMask{0} : wanted_by(d);
    for (std::size_t supplier = 0; supplier < suppliers(); ++supplier) {
      if (fate_of(supplier) != Fate::kOpen) continue;
      for (const Link& link : links_of(supplier)) {
        const auto adds = static_cast<ServiceMask>(link.services & wanted[model_.spots[link.spot].demand] &
                                                   static_cast<ServiceMask>(~fixed_[link.spot]));
        if (adds != 0) links_[link.spot].push_back({supplier, adds});
      }
    }
  }

  void join_groups() {
    std::vector<bool> serves(suppliers());
    for (SpotIndex spot = 0; spot < model_.spots.size(); ++spot) {
      for (const SpotLink& link : links_[spot]) {
        serves[link.supplier] = true;
        groups_.join(link.supplier, suppliers() + model_.spots[spot].demand);
      }
    }
    for (CarrierIndex k = 0; k < model_.carriers.size(); ++k) {
      if (!serves[first_carrier_ + k]) continue;
      const Carrier& carrier = model_.carriers[k];
      groups_.join(first_carrier_ + k, carrier.replaces);
      for (const CellIndex blocker : carrier.blockers)
        if (fate_of(blocker) == Fate::kOpen) groups_.join(first_carrier_ + k, blocker);
    }
  }

  EndPiece& piece_of(std::size_t member) {
    std::size_t& piece = piece_of_group_[groups_.of(member)];
    if (piece == kNone) {
      piece = pieces_.size();
      SunsetModel part;
      part.subsidies_per_period = model_.subsidies_per_period * period_;
      part.swap_budget_million_vnd = model_.swap_budget_million_vnd;
      part.refarmed_mhz = model_.refarmed_mhz;
      part.costs = model_.costs;
      part.sites = model_.sites;
      pieces_.push_back({.model = std::move(part), .cells = {}, .demands = {}});
    }
    return pieces_[piece];
  }

  void add_demand(DemandIndex d) {
    EndPiece& piece = piece_of(suppliers() + d);
    Demand demand = model_.demands[d];
    std::map<OpenSpotKey, double> spots;
    for (SpotIndex spot = demand.first_spot; spot < demand.end_spot; ++spot)
      spots[{fixed_[spot], links_[spot]}] += model_.spots[spot].weight;
    demand.initial = model_.counts_in(d, period_);
    demand.first_spot = static_cast<SpotIndex>(piece.model.spots.size());
    for (const auto& [key, weight] : spots) {
      for (const SpotLink& link : key.second)
        links_in(piece, link.supplier)
            .push_back({.spot = static_cast<SpotIndex>(piece.model.spots.size()), .services = link.services});
      piece.model.spots.push_back(
          {.demand = static_cast<DemandIndex>(piece.demands.size()), .weight = weight, .fixed = key.first});
    }
    demand.end_spot = static_cast<SpotIndex>(piece.model.spots.size());
    piece.model.demands.push_back(demand);
    piece.demands.push_back(d);
  }

  /// The supplier's links in its piece, where it is put when it is first asked for.
  std::vector<Link>& links_in(EndPiece& piece, std::size_t supplier) {
    const auto [known, is_new] = index_of_.try_emplace(supplier, 0);
    if (supplier < first_carrier_) {
      if (is_new) known->second = add_cell(piece, static_cast<CellIndex>(supplier));
      return piece.model.cells[known->second].links;
    }
    if (supplier < first_swap_) {
      const Carrier& carrier = model_.carriers[supplier - first_carrier_];
      if (is_new) {
        known->second = piece.model.carriers.size();
        piece.model.carriers.push_back({.site = carrier.site});
      }
      return piece.model.carriers[known->second].links;
    }
    const Swap& swap = model_.swaps[supplier - first_swap_];
    if (is_new) {
      known->second = piece.model.swaps.size();
      piece.model.swaps.push_back({.site = swap.site, .cost_million_vnd = swap.cost_million_vnd});
    }
    return piece.model.swaps[known->second].links;
  }

  std::size_t add_cell(EndPiece& piece, CellIndex cell) {
    piece.model.cells.push_back({.name = model_.cells[cell].name, .site = model_.cells[cell].site});
    piece.cells.push_back(cell);
    return piece.cells.size() - 1;
  }

  CellIndex cell_in(EndPiece& piece, CellIndex cell) {
    const auto [known, is_new] = index_of_.try_emplace(cell, 0);
    if (is_new) known->second = add_cell(piece, cell);
    return static_cast<CellIndex>(known->second);
  }

  /// What carriers wait for, now that all of them are there. A cell that goes in any case is in nobody's way.
  void add_blockers() {
    for (CarrierIndex k = 0; k < model_.carriers.size(); ++k) {
      const auto known = index_of_.find(first_carrier_ + k);
      if (known == index_of_.end()) continue;
      EndPiece& piece = piece_of(first_carrier_ + k);
      std::vector<CellIndex> open;
      for (const CellIndex cell : model_.carriers[k].blockers)
        if (fate_of(cell) == Fate::kOpen) open.push_back(cell_in(piece, cell));
      if (fate_of(model_.carriers[k].replaces) == Fate::kOpen)
        open.push_back(cell_in(piece, model_.carriers[k].replaces));
      Carrier& carrier = piece.model.carriers[known->second];
      carrier.replaces = open.back();
      open.pop_back();
      carrier.blockers = std::move(open);
    }
  }
};

}  // namespace

std::vector<EndPiece> end_pieces(const SunsetModel& model, const EndReduction& reduction, int period) {
  return PieceBuilder(model, reduction, period).build_pieces();
}

EndPiece end_in_one_piece(const SunsetModel& model, const EndReduction& reduction, int period) {
  return PieceBuilder(model, reduction, period).build_one();
}

}  // namespace phusong::sunset
