#include "sim/optimisation/covering/decomposition/lagrangian_decomposition.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

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
Demand renumbered(Demand hamlet, const std::vector<OptionIndex>& number) {
  for (Alternative& way : hamlet.ways) {
    for (DemandPoint& point : way.points) {
      for (auto& layer : point.layers) {
        for (OptionIndex& option : layer)
          option = number[option];
      }
    }
  }
  return hamlet;
}

/// What the frame's rows leave of each variable's cost.
std::vector<double> costs_beside_frame(const PricedRows& rows) {
  std::vector<double> costs;
  for (const milp::Variable& variable : rows.frame.variables)
    costs.push_back(variable.cost);
  for (std::size_t r = 0; r < rows.frame.rows.size(); ++r)
    pay(rows.frame.rows[r], rows.duals[r], costs);
  return costs;
}

}  // namespace

std::vector<double> reduced_costs(const PricedRows& rows) {
  std::vector<double> costs = costs_beside_frame(rows);
  for (std::size_t c = 0; c < rows.cuts.size(); ++c)
    pay(rows.cuts[c], rows.duals[rows.frame.rows.size() + c], costs);
  return costs;
}

/// An option's part in a piece.
struct LagrangianDecomposition::Part {
  std::size_t piece = 0;
  double dual = 0.0;     ///< what the cuts of the piece pay for it
  double hamlets = 0.0;  ///< that it serves there
  double price = 0.0;
};

/// What is left of each cost when the frame's rows and the cuts across pieces are paid for.
struct LagrangianDecomposition::Prices {
  std::vector<double> of_variable;
  std::vector<std::vector<Part>> parts;   ///< of each option; none before they are shared out
  std::vector<std::size_t> piece_of_cut;  ///< of each cut of the relaxation, or kAcross

  Part& part(std::size_t option, std::size_t piece) {
    const auto found = std::ranges::find(parts[option], piece, &Part::piece);
    return found != parts[option].end() ? *found : parts[option].emplace_back(Part{.piece = piece});
  }
};

LagrangianDecomposition::LagrangianDecomposition(const Problem& problem, const CoverageCount& count, Regions pieces)
    : problem_(problem), count_(count), pieces_(std::move(pieces)), piece_of_(problem.hamlets.size()) {
  for (std::size_t p = 0; p < pieces_.size(); ++p) {
    for (const std::uint32_t hamlet : pieces_[p])
      piece_of_[hamlet] = p;
  }
}

std::vector<std::size_t> LagrangianDecomposition::pieces_of(const std::vector<milp::Row>& cuts) const {
  const std::size_t options = problem_.options.size();
  std::vector<std::size_t> pieces;
  for (const milp::Row& cut : cuts) {
    const std::size_t piece = piece_of_[cut.terms.back().first - options];
    const bool whole = std::ranges::all_of(
        cut.terms, [&](const auto& term) { return term.first < options || piece_of_[term.first - options] == piece; });
    pieces.push_back(whole ? piece : kAcross);
  }
  return pieces;
}

LagrangianDecomposition::Prices LagrangianDecomposition::prices_of(const PricedRows& rows) const {
  Prices prices{.of_variable = costs_beside_frame(rows),
                .parts = std::vector<std::vector<Part>>(problem_.options.size()),
                .piece_of_cut = pieces_of(rows.cuts)};
  for (std::size_t c = 0; c < rows.cuts.size(); ++c) {
    if (prices.piece_of_cut[c] == kAcross)
      pay(rows.cuts[c], std::max(0.0, rows.duals[rows.frame.rows.size() + c]), prices.of_variable);
  }
  return prices;
}

/// Shares each option's price among its pieces: first what the cuts there pay, the rest by hamlets. Together no more
/// than the price, and nothing where that is negative.
void LagrangianDecomposition::share_out(const PricedRows& rows, Prices& prices) const {
  for (OptionIndex i = 0; i < problem_.options.size(); ++i) {
    for (const std::uint32_t hamlet : count_.hamlets_of(i))
      prices.part(i, piece_of_[hamlet]).hamlets += 1.0;
  }
  for (std::size_t c = 0; c < rows.cuts.size(); ++c) {
    const double dual = rows.duals[rows.frame.rows.size() + c];
    if (dual <= 0.0 || prices.piece_of_cut[c] == kAcross) continue;
    for (const auto& [variable, coefficient] : rows.cuts[c].terms)
      if (variable < prices.parts.size()) prices.part(variable, prices.piece_of_cut[c]).dual += dual * coefficient;
  }
  for (OptionIndex i = 0; i < problem_.options.size(); ++i) {
    double duals = 0.0, hamlets = 0.0, sum = 0.0;
    for (const Part& part : prices.parts[i])
      duals += part.dual, hamlets += part.hamlets;
    for (Part& part : prices.parts[i]) {
      part.price = std::max(0.0, part.dual + (prices.of_variable[i] - duals) * part.hamlets / hamlets);
      sum += part.price;
    }
    const double most = std::max(0.0, prices.of_variable[i]);
    for (Part& part : prices.parts[i])
      if (sum > most) part.price *= most / sum;
  }
}

LagrangianSubproblem LagrangianDecomposition::piece_at(std::size_t piece, const PricedRows& rows,
                                                       const Prices& prices) const {
  LagrangianSubproblem priced{.hamlets = pieces_[piece]};
  std::vector<OptionIndex> number(problem_.options.size(), 0);
  std::vector<std::size_t> number_of_hamlet(problem_.hamlets.size(), 0);
  for (OptionIndex i = 0; i < problem_.options.size(); ++i) {
    const auto part = std::ranges::find(prices.parts[i], piece, &Part::piece);
    if (part == prices.parts[i].end()) continue;
    number[i] = static_cast<OptionIndex>(priced.options.size());
    const Option& option = problem_.options[i];
    priced.problem.options.push_back({.name = option.name, .cost = part->price, .place = option.place});
    priced.options.push_back(i);
  }
  for (const std::uint32_t hamlet : pieces_[piece]) {
    number_of_hamlet[hamlet] = priced.problem.hamlets.size();
    priced.problem.hamlets.push_back(renumbered(problem_.hamlets[hamlet], number));
    priced.hamlet_cost.push_back(std::min(0.0, prices.of_variable[variable_of_hamlet(problem_, hamlet)]));
  }
  for (std::size_t c = 0; c < rows.cuts.size(); ++c) {
    if (prices.piece_of_cut[c] != piece) continue;
    milp::Row& row = priced.known.emplace_back(rows.cuts[c]);
    for (auto& [variable, coefficient] : row.terms) {
      variable = variable < number.size()
                     ? number[variable]
                     : variable_of_hamlet(priced.problem, number_of_hamlet[variable - number.size()]);
    }
  }
  return priced;
}

std::vector<LagrangianSubproblem> LagrangianDecomposition::priced(const PricedRows& rows) const {
  Prices prices = prices_of(rows);
  share_out(rows, prices);
  std::vector<LagrangianSubproblem> pieces(pieces_.size());
  tbb::parallel_for(std::size_t{0}, pieces_.size(), [&](std::size_t p) { pieces[p] = piece_at(p, rows, prices); });
  return pieces;
}

double LagrangianDecomposition::bound(const PricedRows& rows, const std::vector<double>& least_costs) const {
  const Prices prices = prices_of(rows);
  double bound = rows.frame.constant;
  for (std::size_t r = 0; r < rows.frame.rows.size(); ++r) {
    const milp::Row& row = rows.frame.rows[r];
    if (rows.duals[r] != 0.0) bound += rows.duals[r] * (rows.duals[r] > 0.0 ? row.lower : row.upper);
  }
  for (std::size_t c = 0; c < rows.cuts.size(); ++c) {
    if (prices.piece_of_cut[c] == kAcross)
      bound += std::max(0.0, rows.duals[rows.frame.rows.size() + c]) * rows.cuts[c].lower;
  }
  for (OptionIndex i = 0; i < problem_.options.size(); ++i)
    bound += std::min(0.0, prices.of_variable[i]);  // more is paid than it costs: it is taken
  for (const double cost : least_costs)
    bound += cost;
  return bound;
}

std::size_t LagrangianDecomposition::variable_in_whole(const LagrangianSubproblem& piece, std::size_t variable) const {
  const std::size_t options = piece.options.size();
  return variable < options ? piece.options[variable] : variable_of_hamlet(problem_, piece.hamlets[variable - options]);
}

/// What a piece costs at least, as a row.
milp::Row LagrangianDecomposition::row_of(const LagrangianSubproblem& piece, double least_cost) const {
  milp::Row row{.name = "piece", .lower = least_cost};
  for (std::size_t k = 0; k < piece.options.size(); ++k) {
    if (piece.problem.options[k].cost != 0.0) row.terms.emplace_back(piece.options[k], piece.problem.options[k].cost);
  }
  for (std::size_t h = 0; h < piece.hamlets.size(); ++h)
    row.terms.emplace_back(variable_of_hamlet(problem_, piece.hamlets[h]), piece.hamlet_cost[h]);
  return scaled(std::move(row));
}

std::vector<milp::Row> LagrangianDecomposition::cuts(const CutRelaxation& relaxation, const DecompositionLimits& limits,
                                                     const progress::Progress& progress) const {
  const progress::Deadline deadline(limits.time_limit_s);
  if (!relaxation.relaxation().feasible) return {};
  const PricedRows rows{
      .frame = relaxation.frame(), .cuts = relaxation.cuts(), .duals = relaxation.relaxation().row_duals};
  Prices prices = prices_of(rows);
  share_out(rows, prices);
  std::vector<milp::Row> all(pieces_.size());
  tbb::parallel_for(std::size_t{0}, pieces_.size(), [&](std::size_t p) {
    const LagrangianSubproblem piece = piece_at(p, rows, prices);
    all[p] = row_of(piece, least_cost_of(piece, {.nodes = limits.nodes, .time_limit_s = deadline.left_s()}, progress));
  });
  std::erase_if(all, [&](const milp::Row& cut) {
    const double now = row_value(cut, relaxation.relaxation().values);
    return now >= cut.lower - 1e-6 * std::max(1.0, std::abs(cut.lower));
  });
  return all;
}

}  // namespace phusong::covering
