#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace phusong::analysis {

/// An entry of a row of a design matrix among the shared unknowns.
struct ArrowEntry {
  Eigen::Index column = 0;
  double value = 0.0;
};

/// A value for each unknown: those of which a row has one at most, and those that rows share.
struct ArrowVector {
  Eigen::VectorXd own, shared;

  static ArrowVector zero(std::size_t own, std::size_t shared) {
    return {Eigen::VectorXd::Zero(static_cast<Eigen::Index>(own)),
            Eigen::VectorXd::Zero(static_cast<Eigen::Index>(shared))};
  }
};

/// Normal equations of least squares in which each row has one of many unknowns with factor 1 (the offset of its own
/// transmitter), or none of them, and some of a few shared ones:
///   | D   B | |a|   |r|
///   | Bᵀ  C | |b| = |s|   with D diagonal, solved by the Schur complement C − Bᵀ D⁻¹ B.
class ArrowSystem {
 public:
  ArrowSystem(std::size_t own, std::size_t shared);

  void clear();
  /// Adds weight · x xᵀ for a row x.
  void add(std::optional<std::size_t> own, std::span<const ArrowEntry> entries, double weight);
  /// Adds to the diagonal. Every unknown must have something on it before it is solved.
  void add_ridge(const ArrowVector& ridge);
  void factorise();

  ArrowVector solve(const ArrowVector& right) const;
  /// The diagonal of the inverse V.
  ArrowVector inverse_diagonal() const;
  /// The same given that the sum over each of `groups` (1 for its unknowns, else 0) is known: that of
  /// V − V Aᵀ (A V Aᵀ)⁻¹ A V, the groups being the rows of A.
  ArrowVector inverse_diagonal_given(const std::vector<ArrowVector>& groups) const;
  /// D: what the rows and ridge of each own unknown add up to.
  const Eigen::VectorXd& own_diagonal() const { return own_; }

 private:
  Eigen::VectorXd own_;     ///< D
  Eigen::MatrixXd border_;  ///< B
  Eigen::MatrixXd shared_;  ///< C
  Eigen::MatrixXd schur_inverse_;
};

}  // namespace phusong::analysis
