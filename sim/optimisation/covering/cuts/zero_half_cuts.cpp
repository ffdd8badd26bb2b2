#include "sim/optimisation/covering/cuts/zero_half_cuts.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "sim/optimisation/covering/cuts/cut_selection.h"

namespace phusong::covering {

namespace {

// Numbers of the master model's variables: options first, then demands, which stand for 1 − z here.
using Variables = std::vector<std::size_t>;

constexpr double kWhole = 1e-9;        // tolerance for a whole number
constexpr double kUsed = 1e-7;         // a variable with a smaller value is 0 in the solution
constexpr double kMostRowSlack = 0.2;  // a row with a greater slack is left aside
constexpr double kLeastZeroHalfViolation = 0.05;
constexpr double kLeastStep = 1e-6;
constexpr std::size_t kSteps = 8;  // of the greedy search: each adds one or two rows to a sum
// Rows that are tried next, and rows that are tried after an odd one.
constexpr std::size_t kFirst = 25, kSecond = 12;

/// A cut with whole coefficients: Σ factor · variable ≥ limit, factor > 0.
struct WholeRow {
  std::vector<std::pair<std::size_t, std::int64_t>> terms;  ///< ascending
  std::int64_t limit = 0;
  double slack = 0.0;
  Variables odd;  ///< with an odd factor and a value above 0; ascending

  bool is_odd() const { return limit % 2 != 0; }
};

/// Rows that are summed, and by how much the relaxation violates Eq. (11).
struct Sum {
  double violation = 0.0;
  std::vector<std::size_t> rows;
};

std::optional<std::int64_t> whole(double value) {
  const double rounded = std::round(value);
  if (std::abs(value - rounded) > kWhole || std::abs(rounded) > 1e6) return std::nullopt;
  return static_cast<std::int64_t>(rounded);
}

class ZeroHalfSeparator {
 public:
  ZeroHalfSeparator(const Problem& problem, const CutRelaxation& relaxation)
      : options_(problem.options.size()), values_(relaxation.relaxation().values), rows_with_(values_.size()) {
    for (const Cut& cut : relaxation.cuts())
      add_row(cut);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (const std::size_t variable : rows_[r].odd)
        rows_with_[variable].push_back(r);
    }
  }

  std::vector<Cut> cuts() const {
    std::vector<Sum> sums(rows_.size());
    tbb::parallel_for(std::size_t{0}, rows_.size(), [&](std::size_t r) {
      if (rows_[r].is_odd()) sums[r] = grow(r);
    });
    std::erase_if(sums, [](const Sum& sum) { return sum.violation < kLeastZeroHalfViolation; });
    std::ranges::stable_sort(sums, std::greater{}, &Sum::violation);
    std::vector<Cut> cuts;
    CutSelection selection;
    for (Sum& sum : sums) {
      std::ranges::sort(sum.rows);
      const std::vector<DemandIndex> demands = demands_of(sum);
      if (!demands.empty() && selection.accept(demands, sum.rows)) cuts.push_back(cut_of(sum));
    }
    return cuts;
  }

 private:
  using Candidates = std::vector<std::pair<double, std::size_t>>;

  std::size_t options_;
  const std::vector<double>& values_;
  std::vector<WholeRow> rows_;
  std::vector<std::vector<std::size_t>> rows_with_;  ///< one per variable: rows in which it is odd

  double value(std::size_t variable) const { return variable < options_ ? values_[variable] : 1.0 - values_[variable]; }

  double mass(const Variables& variables) const {
    double sum = 0.0;
    for (const std::size_t variable : variables)
      sum += value(variable);
    return sum;
  }

  /// Adds a cut as a row, unless a factor is no whole number, its limit is below 1 or its slack is too great.
  void add_row(const Cut& cut) {
    WholeRow row;
    double limit = cut.rhs, left = 0.0;
    bool is_whole = true;
    const auto add = [&](std::size_t variable, double coefficient) {
      const std::optional<std::int64_t> factor = whole(coefficient);
      is_whole = is_whole && factor && *factor >= 0;
      if (!is_whole) return;
      left += coefficient * value(variable);
      row.terms.emplace_back(variable, *factor);
      if (*factor % 2 != 0 && value(variable) > kUsed) row.odd.push_back(variable);
    };
    for (const auto& [option, coefficient] : cut.options)
      add(option, coefficient);
    for (const auto& [demand, coefficient] : cut.demands) {
      add(options_ + demand, -coefficient);
      limit -= coefficient;
    }
    const std::optional<std::int64_t> whole_limit = whole(limit);
    row.slack = std::max(0.0, left - limit);
    if (!is_whole || !whole_limit || *whole_limit < 1 || row.slack > kMostRowSlack) return;
    row.limit = *whole_limit;
    std::ranges::sort(row.terms);
    std::ranges::sort(row.odd);
    rows_.push_back(std::move(row));
  }

  /// Starts with one odd row. Each step adds an even row, or two odd ones, that lower Σ value of the odd variables plus
  /// Σ slack most, for as long as there are some: Eq. (11) is violated by half of what this sum lacks of 1.
  Sum grow(std::size_t first) const {
    Sum sum{.rows = {first}};
    Variables odd = rows_[first].odd;
    double rest = mass(odd) + rows_[first].slack;
    for (std::size_t step = 0; step < kSteps && rest > kLeastStep; ++step) {
      const std::vector<std::size_t> next = best_next(sum, odd, rest);
      if (next.empty()) break;
      for (const std::size_t r : next) {
        odd = parity(odd, rows_[r].odd);
        sum.rows.push_back(r);
      }
      rest = mass(odd);
      for (const std::size_t r : sum.rows)
        rest += rows_[r].slack;
    }
    sum.violation = (1.0 - rest) / 2.0;
    return sum;
  }

  std::vector<std::size_t> best_next(const Sum& sum, const Variables& odd, double rest) const {
    std::vector<std::size_t> best;
    double least = rest - kLeastStep;
    const auto is_new = [&](std::size_t row) { return std::ranges::find(sum.rows, row) == sum.rows.end(); };
    for (const auto& [change, row] : candidates(odd, kFirst)) {
      if (!is_new(row)) continue;
      if (!rows_[row].is_odd()) {
        if (rest + change < least) least = rest + change, best = {row};
        continue;
      }
      for (const auto& [further, other] : candidates(parity(odd, rows_[row].odd), kSecond)) {
        if (other == row || !rows_[other].is_odd() || !is_new(other)) continue;
        if (rest + change + further < least) least = rest + change + further, best = {row, other};
      }
    }
    return best;
  }

  /// Rows that share an odd variable, with the change of that sum if one joins; the best first.
  Candidates candidates(const Variables& odd, std::size_t most) const {
    std::map<std::size_t, double> shared;
    for (const std::size_t variable : odd) {
      for (const std::size_t r : rows_with_[variable])
        shared[r] += value(variable);
    }
    Candidates all;
    for (const auto& [r, common] : shared)
      all.emplace_back(mass(rows_[r].odd) + rows_[r].slack - 2.0 * common, r);
    std::ranges::sort(all);
    if (all.size() > most) all.resize(most);
    return all;
  }

  static Variables parity(const Variables& a, const Variables& b) {
    Variables result;
    std::ranges::set_symmetric_difference(a, b, std::back_inserter(result));
    return result;
  }

  /// Demands of the summed rows, ascending.
  std::vector<DemandIndex> demands_of(const Sum& sum) const {
    std::set<DemandIndex> demands;
    for (const std::size_t r : sum.rows) {
      for (const auto& [variable, factor] : rows_[r].terms)
        if (variable >= options_) demands.insert(static_cast<DemandIndex>(variable - options_));
    }
    return {demands.begin(), demands.end()};
  }

  /// Eq. (11), where no factor needs to be greater than the right-hand side.
  Cut cut_of(const Sum& sum) const {
    std::map<std::size_t, std::int64_t> factors;
    std::int64_t limit = 0;
    for (const std::size_t r : sum.rows) {
      for (const auto& [variable, factor] : rows_[r].terms)
        factors[variable] += factor;
      limit += rows_[r].limit;
    }
    limit = (limit + 1) / 2;
    Cut cut{.kind = CutKind::kZeroHalf, .rhs = static_cast<double>(limit)};
    for (const auto& [variable, factor] : factors) {
      const auto half = static_cast<double>(std::min((factor + 1) / 2, limit));
      if (variable < options_) {
        cut.options.emplace_back(static_cast<OptionIndex>(variable), half);
      } else {
        cut.demands.emplace_back(static_cast<DemandIndex>(variable - options_), -half);
        cut.rhs -= half;
      }
    }
    return cut;
  }
};

}  // namespace

std::vector<Cut> zero_half_cuts(const Problem& problem, const CutRelaxation& relaxation) {
  return relaxation.relaxation().feasible ? ZeroHalfSeparator(problem, relaxation).cuts() : std::vector<Cut>{};
}

}  // namespace phusong::covering
