#include "sim/planning/selection/priced_pieces.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "sim/planning/deadline.h"
#include "sim/planning/selection/frame.h"

namespace phusong::planning {

namespace {

constexpr std::size_t kAcross = ~std::size_t{0};  // of a cut with hamlets in several pieces

double row_value(const milp::Row& row, const std::vector<double>& values) {
  double sum = 0.0;
  for (const auto& [variable, coefficient] : row.terms)
    sum += coefficient * values[variable];
  return sum;
}

void pay(const milp::Row& row, double dual, std::vector<double>& prices) {
  for (const auto& [variable, coefficient] : row.terms)
    prices[variable] -= dual * coefficient;
}

/// The same row with a greatest coefficient of 1, and without coefficients that are nothing beside it: a variable is at
/// most 1.
milp::Row scaled(milp::Row row) {
  constexpr double kLeast = 1e-6;
  double greatest = 0.0;
  for (const auto& [variable, coefficient] : row.terms)
    greatest = std::max(greatest, std::abs(coefficient));
  if (greatest == 0.0) return row;
  row.lower /= greatest;
  const std::pair<std::size_t, double> last = row.terms.back();
  std::erase_if(row.terms, [&](const auto& term) {
    const bool is_nothing = std::abs(term.second) < kLeast * greatest;
    if (is_nothing) row.lower -= std::max(0.0, term.second / greatest);
    return is_nothing;
  });
  if (row.terms.empty() || row.terms.back().first != last.first) row.terms.emplace_back(last.first, 0.0);
  for (auto& [variable, coefficient] : row.terms)
    coefficient /= greatest;
  return row;
}

/// A hamlet with the numbers of a piece's options.
SelectionHamlet renumbered(SelectionHamlet hamlet, const std::vector<OptionIndex>& number) {
  for (SelectionWay& way : hamlet.ways) {
    for (SelectionPoint& point : way.points) {
      for (auto& layer : point.layers) {
        for (OptionIndex& option : layer)
          option = number[option];
      }
    }
  }
  return hamlet;
}

}  // namespace

/// An option's part in a piece.
struct PricedPieces::Part {
  std::size_t piece = 0;
  double dual = 0.0;     ///< what the cuts of the piece pay for it
  double hamlets = 0.0;  ///< that it serves there
  double price = 0.0;
};

/// What is left of each cost when the frame's rows and the cuts across pieces are paid for.
struct PricedPieces::Prices {
  std::vector<double> of_variable;
  std::vector<std::vector<Part>> parts;   ///< of each option
  std::vector<std::size_t> piece_of_cut;  ///< of each cut of the relaxation, or kAcross

  Part& part(std::size_t option, std::size_t piece) {
    const auto found = std::ranges::find(parts[option], piece, &Part::piece);
    return found != parts[option].end() ? *found : parts[option].emplace_back(Part{.piece = piece});
  }
};

PricedPieces::PricedPieces(const SelectionProblem& problem, const CoverageCount& count, Regions pieces)
    : problem_(problem), count_(count), pieces_(std::move(pieces)), piece_of_(problem.hamlets.size()) {
  for (std::size_t p = 0; p < pieces_.size(); ++p) {
    for (const std::uint32_t hamlet : pieces_[p])
      piece_of_[hamlet] = p;
  }
}

std::vector<std::size_t> PricedPieces::pieces_of_cuts(const CutRelaxation& relaxation) const {
  const std::size_t options = problem_.options.size();
  std::vector<std::size_t> pieces;
  for (const milp::Row& cut : relaxation.cuts()) {
    const std::size_t piece = piece_of_[cut.terms.back().first - options];
    const bool whole = std::ranges::all_of(
        cut.terms, [&](const auto& term) { return term.first < options || piece_of_[term.first - options] == piece; });
    pieces.push_back(whole ? piece : kAcross);
  }
  return pieces;
}

PricedPieces::Prices PricedPieces::prices_of(const CutRelaxation& relaxation) const {
  Prices prices{.parts = std::vector<std::vector<Part>>(problem_.options.size()),
                .piece_of_cut = pieces_of_cuts(relaxation)};
  for (const milp::Variable& variable : relaxation.frame().variables)
    prices.of_variable.push_back(variable.cost);
  const std::vector<double>& duals = relaxation.relaxation().row_duals;
  for (std::size_t r = 0; r < relaxation.frame_rows(); ++r)
    pay(relaxation.frame().rows[r], duals[r], prices.of_variable);
  for (std::size_t c = 0; c < relaxation.cuts().size(); ++c) {
    if (prices.piece_of_cut[c] == kAcross)
      pay(relaxation.cuts()[c], std::max(0.0, duals[relaxation.frame_rows() + c]), prices.of_variable);
  }
  share_out(relaxation, prices);
  return prices;
}

/// Shares each option's price among its pieces: first what the cuts there pay, the rest by hamlets.
void PricedPieces::share_out(const CutRelaxation& relaxation, Prices& prices) const {
  for (OptionIndex i = 0; i < problem_.options.size(); ++i) {
    for (const std::uint32_t hamlet : count_.hamlets_of(i))
      prices.part(i, piece_of_[hamlet]).hamlets += 1.0;
  }
  for (std::size_t c = 0; c < relaxation.cuts().size(); ++c) {
    const double dual = relaxation.relaxation().row_duals[relaxation.frame_rows() + c];
    if (dual <= 0.0 || prices.piece_of_cut[c] == kAcross) continue;
    for (const auto& [variable, coefficient] : relaxation.cuts()[c].terms)
      if (variable < prices.parts.size()) prices.part(variable, prices.piece_of_cut[c]).dual += dual * coefficient;
  }
  for (OptionIndex i = 0; i < problem_.options.size(); ++i) {
    double duals = 0.0, hamlets = 0.0;
    for (const Part& part : prices.parts[i])
      duals += part.dual, hamlets += part.hamlets;
    for (Part& part : prices.parts[i])
      part.price = std::max(0.0, part.dual + (prices.of_variable[i] - duals) * part.hamlets / hamlets);
  }
}

/// The piece at these prices, and as a row what it costs.
PricedPiece PricedPieces::piece_at(std::size_t piece, const CutRelaxation& relaxation, const Prices& prices,
                                   milp::Row& cut) const {
  PricedPiece priced;
  std::vector<OptionIndex> number(problem_.options.size(), 0);
  std::vector<std::size_t> number_of_hamlet(problem_.hamlets.size(), 0);
  for (OptionIndex i = 0; i < problem_.options.size(); ++i) {
    const auto part = std::ranges::find(prices.parts[i], piece, &Part::piece);
    if (part == prices.parts[i].end()) continue;
    number[i] = static_cast<OptionIndex>(priced.problem.options.size());
    const SelectionOption& option = problem_.options[i];
    priced.problem.options.push_back({.name = option.name, .cost = part->price, .place = option.place});
    if (part->price != 0.0) cut.terms.emplace_back(i, part->price);
  }
  for (const std::uint32_t hamlet : pieces_[piece]) {
    number_of_hamlet[hamlet] = priced.problem.hamlets.size();
    priced.problem.hamlets.push_back(renumbered(problem_.hamlets[hamlet], number));
    const std::size_t variable = variable_of_hamlet(problem_, hamlet);
    priced.hamlet_cost.push_back(std::min(0.0, prices.of_variable[variable]));
    cut.terms.emplace_back(variable, priced.hamlet_cost.back());
  }
  for (std::size_t c = 0; c < relaxation.cuts().size(); ++c) {
    if (prices.piece_of_cut[c] != piece) continue;
    milp::Row& row = priced.known.emplace_back(relaxation.cuts()[c]);
    for (auto& [variable, coefficient] : row.terms) {
      variable = variable < number.size()
                     ? number[variable]
                     : variable_of_hamlet(priced.problem, number_of_hamlet[variable - number.size()]);
    }
  }
  return priced;
}

std::vector<milp::Row> PricedPieces::cuts(const CutRelaxation& relaxation, const PieceLimits& limits,
                                          const coverage::Progress& progress) const {
  const Deadline deadline(limits.time_limit_s);
  if (!relaxation.relaxation().feasible) return {};
  const Prices prices = prices_of(relaxation);
  std::vector<milp::Row> all(pieces_.size(), milp::Row{.name = "piece"});
  tbb::parallel_for(std::size_t{0}, pieces_.size(), [&](std::size_t p) {
    const PricedPiece piece = piece_at(p, relaxation, prices, all[p]);
    all[p].lower = least_cost_of(piece, {.nodes = limits.nodes, .time_limit_s = deadline.left_s()}, progress);
    all[p] = scaled(std::move(all[p]));
  });
  std::erase_if(all, [&](const milp::Row& cut) {
    const double now = row_value(cut, relaxation.relaxation().values);
    return now >= cut.lower - 1e-6 * std::max(1.0, std::abs(cut.lower));
  });
  return all;
}

}  // namespace phusong::planning
