#include "sim/analysis/calibration/arrow_system.h"

#include <doctest/doctest.h>

#include <Eigen/LU>

using namespace phusong;
using analysis::ArrowEntry;
using analysis::ArrowVector;

namespace {

Eigen::VectorXd values_of(std::initializer_list<double> values) {
  Eigen::VectorXd result(static_cast<Eigen::Index>(values.size()));
  Eigen::Index i = 0;
  for (const double value : values)
    result(i++) = value;
  return result;
}

Eigen::VectorXd joined(const ArrowVector& parts) {
  Eigen::VectorXd all(parts.own.size() + parts.shared.size());
  all << parts.own, parts.shared;
  return all;
}

/// An arrow system of two unknowns of each kind, and the same as a whole matrix.
struct BothSystems {
  BothSystems() {
    add(0, 1.0, 0.3, 1.0);
    add(0, 1.0, -0.4, 0.5);
    add(1, 0.0, 0.7, 1.0);
    add(1, 1.0, 0.1, 0.8);
    add(std::nullopt, 1.0, 0.9, 0.6);
    const ArrowVector ridge{values_of({0.1, 0.2}), values_of({0.3, 0.4})};
    arrow.add_ridge(ridge);
    whole.diagonal() += joined(ridge);
    arrow.factorise();
  }

  void add(std::optional<std::size_t> own, double first, double second, double weight) {
    const ArrowEntry entries[] = {{0, first}, {1, second}};
    arrow.add(own, entries, weight);
    Eigen::VectorXd row = values_of({0.0, 0.0, first, second});
    if (own) row(static_cast<Eigen::Index>(*own)) = 1.0;
    whole += weight * row * row.transpose();
  }

  analysis::ArrowSystem arrow{2, 2};
  Eigen::MatrixXd whole = Eigen::MatrixXd::Zero(4, 4);
};

}  // namespace

TEST_CASE("an arrow system has the solution and the inverse of the whole matrix") {
  const BothSystems both;
  const ArrowVector right{values_of({1.0, 2.0}), values_of({3.0, -1.0})};
  CHECK((both.whole * joined(both.arrow.solve(right)) - joined(right)).norm() < 1e-12);
  const Eigen::VectorXd inverse = both.whole.inverse().diagonal();
  CHECK((joined(both.arrow.inverse_diagonal()) - inverse).norm() < 1e-12);
}

TEST_CASE("a sum that is known lowers the variances of all that go into it") {
  const BothSystems both;
  const ArrowVector group{values_of({1.0, 1.0}), values_of({0.0, 0.0})};
  const Eigen::VectorXd spread = both.whole.inverse() * joined(group);
  Eigen::VectorXd expected = both.whole.inverse().diagonal();
  expected -= spread.cwiseAbs2() / joined(group).dot(spread);
  CHECK((joined(both.arrow.inverse_diagonal_given({group})) - expected).norm() < 1e-12);
  CHECK((joined(both.arrow.inverse_diagonal_given({})) - joined(both.arrow.inverse_diagonal())).norm() < 1e-12);
}
