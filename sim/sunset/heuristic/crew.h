#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace phusong::sunset {

/// The work that crews can still do in a period. A site is visited once per period, whatever is done there.
class Crew {
 public:
  /// `max_cells` and `max_sites` per period; 0: no limit.
  Crew(int max_cells, int max_sites, std::size_t sites)
      : max_cells_(max_cells), max_sites_(max_sites), visited_(sites) {}

  void begin_period() {
    cells_ = sites_ = 0;
    visited_.assign(visited_.size(), false);
  }

  std::size_t cells_left() const { return left(max_cells_, cells_); }
  std::size_t sites_left() const { return left(max_sites_, sites_); }
  bool is_there(std::size_t site) const { return visited_[site]; }
  bool can_visit(std::size_t site) const { return visited_[site] || sites_left() > 0; }

  /// Whether the visit is a new one.
  bool visit(std::size_t site) {
    if (visited_[site]) return false;
    visited_[site] = true;
    ++sites_;
    return true;
  }
  void take_back_visit(std::size_t site) {
    visited_[site] = false;
    --sites_;
  }
  void add_cells(std::ptrdiff_t cells) { cells_ += cells; }

 private:
  static std::size_t left(int limit, std::ptrdiff_t done) {
    return limit == 0 ? std::numeric_limits<std::size_t>::max() : static_cast<std::size_t>(limit - done);
  }

  int max_cells_, max_sites_;
  std::ptrdiff_t cells_ = 0, sites_ = 0;
  std::vector<bool> visited_;
};

}  // namespace phusong::sunset
