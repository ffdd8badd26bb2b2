#include "sim/sunset/bound/end_state.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <iterator>
#include <numeric>

#include "sim/sunset/bound/piece_solver.h"
#include "sim/sunset/model/cell_packing.h"
#include "sim/sunset/model/dominated_cells.h"
#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// What CBC's tolerances can make of a handset at the least price.
constexpr double kHandsetRounding = 0.1;
/// Prices of a handset, in cells, that are tried: halved or doubled this often; fewer where each takes seconds.
constexpr int kPrices = 12, kFewPrices = 4;
constexpr std::size_t kManyVariables = 20000;
constexpr double kHighestPrice = 4.0;

std::int64_t at_least(double relaxed) {
  return static_cast<std::int64_t>(std::ceil(relaxed - kSolverTolerance));
}

/// The pieces of one end, and what is known of them.
class EndSearch {
 public:
  EndSearch(const SunsetModel& model, int period, progress::Progress& progress)
      : model_(model),
        progress_(progress),
        handsets_(static_cast<double>(model.subsidies_per_period * period)),
        reduction_(reduce_end(model, period)),
        keep_(model.cells.size()) {
    note_kept(reduction_.cells, {});
    std::vector<EndPiece> open = end_pieces(model, reduction_, period);
    for (std::size_t i = 0; i < open.size(); ++i) {
      const std::vector<CellIndex> dominated = dominated_cells(open[i].model);
      if (dominated.empty()) {
        pieces_.push_back(std::move(open[i]));
      } else {
        take_apart(open[i], dominated, open);
      }
    }
    stay_ = std::ranges::count(keep_, true);
  }

  /// Each piece has all handsets to itself.
  EndState bound() const {
    std::int64_t bound = stay_;
    for (const EndPiece& piece : pieces_)
      bound += demands_that_keep_a_cell_each(piece.model);
    return {.fewest_on = bound, .state = {}, .may_be_refarmed = may_be_refarmed()};
  }

  /// Known only where no state has fewer cells on: then each piece has its fewest.
  std::int64_t fewest_handsets(std::int64_t cells_on) {
    set_up_solvers();
    std::vector<std::int64_t> fewest;
    for (PieceSolver& solver : solvers_)
      fewest.push_back(at_least(solver.search(0.0, progress_).bound));
    if (stay_ + std::accumulate(fewest.begin(), fewest.end(), std::int64_t{0}) < cells_on) return 0;
    std::int64_t handsets = 0;
    for (std::size_t i = 0; i < solvers_.size(); ++i)
      handsets += fewest_handsets_of(i, fewest[i]);
    return handsets;
  }

  EndState state() {
    set_up_solvers();
    const Sum freely = search(0.0);
    std::int64_t bound = freely.whole_bound;
    if (!freely.is_whole) return {.fewest_on = stay_ + bound, .state = {}, .may_be_refarmed = may_be_refarmed()};
    std::vector<PieceSolver::State> states = freely.states;
    if (freely.handsets > handsets_) {
      const double price = price_that_fits();
      std::vector<std::vector<PieceSolver::State>> tried;
      for (const double factor : has_many_variables() ? std::vector{1.0} : std::vector{4.0, 2.0, 1.0, 0.5, 0.25}) {
        Sum priced = search(factor * price);
        bound = std::max(bound, at_least(priced.bound - factor * price * handsets_));
        tried.push_back(std::move(priced.states));
      }
      tried.push_back(freely.states);
      states = best_that_fit(tried);
    }
    return put_together(bound, states);
  }

 private:
  /// Over all pieces.
  struct Sum {
    double bound = 0.0, handsets = 0.0;
    std::int64_t whole_bound = 0;  ///< of cells: each piece's rounded up, less what its handsets may cost
    std::vector<PieceSolver::State> states;
    bool is_whole = true;  ///< every piece has a state
  };

  const SunsetModel& model_;
  progress::Progress& progress_;
  double handsets_;
  EndReduction reduction_;  ///< of the whole
  std::vector<bool> keep_;  ///< cells that are on in every state looked at
  std::vector<EndPiece> pieces_;
  std::deque<PieceSolver> solvers_;
  std::int64_t stay_ = 0;

  void set_up_solvers() {
    for (const EndPiece& piece : pieces_)
      solvers_.emplace_back(piece);
  }

  /// Puts what is left of a piece without its dominated cells at the end of `open`.
  void take_apart(const EndPiece& piece, const std::vector<CellIndex>& dominated, std::vector<EndPiece>& open) {
    const EndReduction reduction = reduce_end(piece.model, 1, dominated);
    note_kept(reduction.cells, piece.cells);
    // `piece` may be part of `open`, which grows.
    std::vector<EndPiece> parts = end_pieces(piece.model, reduction, 1);
    for (EndPiece& part : parts) {
      for (CellIndex& cell : part.cells)
        cell = piece.cells[cell];
      for (DemandIndex& demand : part.demands)
        demand = piece.demands[demand];
    }
    open.insert(open.end(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
  }

  /// `names`: of the cells in the whole model; empty: the same.
  void note_kept(const std::vector<EndReduction::Fate>& fates, const std::vector<CellIndex>& names) {
    for (CellIndex c = 0; c < fates.size(); ++c)
      if (fates[c] == EndReduction::Fate::kOn) keep_[names.empty() ? c : names[c]] = true;
  }

  /// At which all handsets together do not count as much as a cell, and are asked for only where they help.
  double least_price() const {
    std::int64_t most = 1;
    for (const EndPiece& piece : pieces_)
      most += handsets_without_volte(piece);
    return 0.25 / static_cast<double>(most);
  }

  /// Of a piece in which so many cells stay.
  std::int64_t fewest_handsets_of(std::size_t piece, std::int64_t cells) {
    PieceSolver& solver = solvers_[piece];
    if (cells == 0 && solver.all_off()) return solver.all_off()->handsets;
    const double price = least_price();
    solver.set_fewest_left(cells);
    const double beyond_cells = solver.relax(price).bound - static_cast<double>(cells);
    return std::max<std::int64_t>(0, at_least(beyond_cells / price - kHandsetRounding));
  }

  static std::int64_t handsets_without_volte(const EndPiece& piece) {
    std::int64_t handsets = 0;
    for (const Demand& demand : piece.model.demands)
      handsets += total(demand.initial) - demand.initial[kVolteIndex];
    return handsets;
  }

  std::vector<bool> may_be_refarmed() const {
    std::vector<bool> may;
    for (const EndReduction::Fate fate : reduction_.carriers)
      may.push_back(fate != EndReduction::Fate::kOff);
    return may;
  }

  void add(std::size_t piece, double price, const PieceSolver::Answer& answer, Sum& sum) const {
    const double most_paid = price * static_cast<double>(handsets_without_volte(pieces_[piece]));
    sum.bound += answer.bound;
    sum.whole_bound += at_least(answer.bound - most_paid);
    sum.handsets += answer.handsets;
  }

  Sum relax(double price) {
    Sum sum;
    for (std::size_t i = 0; i < solvers_.size(); ++i) {
      progress_.throw_if_stopped();
      add(i, price, solvers_[i].relax(price), sum);
    }
    return sum;
  }

  Sum search(double price) {
    Sum sum;
    for (std::size_t i = 0; i < solvers_.size(); ++i) {
      const PieceSolver::Answer answer = solvers_[i].search(price, progress_);
      add(i, price, answer, sum);
      sum.is_whole = sum.is_whole && answer.state;
      sum.states.push_back(answer.state.value_or(solvers_[i].all_on()));
    }
    return sum;
  }

  bool has_many_variables() const {
    std::size_t variables = 0;
    for (const PieceSolver& solver : solvers_)
      variables += solver.variables();
    return variables > kManyVariables;
  }

  /// About the least price at which no more handsets are wanted than there are.
  double price_that_fits() {
    double low = 0.0, high = kHighestPrice;
    const int prices = has_many_variables() ? kFewPrices : kPrices;
    for (int i = 0; i < prices; ++i) {
      const double middle = i < prices / 2 && low == 0.0 ? high / 4.0 : 0.5 * (low + high);
      (relax(middle).handsets > handsets_ ? low : high) = middle;
    }
    return high;
  }

  /// One state a piece, with no more handsets than there are: from all on, those exchanges first that switch off the
  /// most cells a handset.
  std::vector<PieceSolver::State> best_that_fit(const std::vector<std::vector<PieceSolver::State>>& tried) const {
    std::vector<PieceSolver::State> chosen;
    for (const PieceSolver& solver : solvers_)
      chosen.push_back(solver.all_on());
    double left = handsets_;
    for (const std::vector<PieceSolver::State>& states : tried) {
      std::vector<std::size_t> order(states.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      const auto cells_a_handset = [&](std::size_t i) {
        const auto cells = static_cast<double>(chosen[i].cells_on - states[i].cells_on);
        return cells / static_cast<double>(std::max<std::int64_t>(1, states[i].handsets - chosen[i].handsets));
      };
      std::ranges::stable_sort(order, std::greater{}, cells_a_handset);
      for (const std::size_t i : order) {
        const auto more = static_cast<double>(states[i].handsets - chosen[i].handsets);
        if (states[i].cells_on >= chosen[i].cells_on || more > left) continue;
        left -= more;
        chosen[i] = states[i];
      }
    }
    return chosen;
  }

  EndState put_together(std::int64_t bound, const std::vector<PieceSolver::State>& states) const {
    TerminalState state{.keep = keep_, .subsidies = std::vector<ClassCounts>(model_.demands.size())};
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      for (std::size_t c = 0; c < pieces_[p].cells.size(); ++c)
        state.keep[pieces_[p].cells[c]] = states[p].keep[c];
      for (std::size_t d = 0; d < pieces_[p].demands.size(); ++d)
        state.subsidies[pieces_[p].demands[d]] = states[p].subsidies[d];
      state.handsets += states[p].handsets;
    }
    state.cells_on = std::ranges::count(state.keep, true);
    return {.fewest_on = stay_ + bound, .state = std::move(state), .may_be_refarmed = may_be_refarmed()};
  }
};

}  // namespace

EndState best_end_state(const SunsetModel& model, int period, EndEffort effort, progress::Progress& progress) {
  EndSearch search(model, period, progress);
  return effort == EndEffort::kBound ? search.bound() : search.state();
}

std::int64_t fewest_handsets(const SunsetModel& model, int period, std::int64_t cells_on,
                             progress::Progress& progress) {
  return EndSearch(model, period, progress).fewest_handsets(cells_on);
}

milp::Model end_state_model(const SunsetModel& model, int period) {
  const EndReduction reduction = reduce_end(model, period);
  const EndPiece all = end_in_one_piece(model, reduction, period);
  ExactModel exact(all.model);
  exact.aim_at_cells_left(0.0);
  milp::Model milp = exact.milp();
  milp.constant = static_cast<double>(std::ranges::count(reduction.cells, EndReduction::Fate::kOn));
  return milp;
}

}  // namespace phusong::sunset
