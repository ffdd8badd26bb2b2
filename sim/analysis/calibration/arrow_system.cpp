#include "sim/analysis/calibration/arrow_system.h"

#include <Eigen/Cholesky>

namespace phusong::analysis {

ArrowSystem::ArrowSystem(std::size_t own, std::size_t shared)
    : own_(static_cast<Eigen::Index>(own)),
      border_(static_cast<Eigen::Index>(own), static_cast<Eigen::Index>(shared)),
      shared_(static_cast<Eigen::Index>(shared), static_cast<Eigen::Index>(shared)) {
  clear();
}

void ArrowSystem::clear() {
  own_.setZero();
  border_.setZero();
  shared_.setZero();
}

void ArrowSystem::add(std::optional<std::size_t> own, std::span<const ArrowEntry> entries, double weight) {
  for (const ArrowEntry& a : entries) {
    for (const ArrowEntry& b : entries)
      shared_(a.column, b.column) += weight * a.value * b.value;
  }
  if (!own) return;
  const auto row = static_cast<Eigen::Index>(*own);
  own_(row) += weight;
  for (const ArrowEntry& a : entries)
    border_(row, a.column) += weight * a.value;
}

void ArrowSystem::add_ridge(const ArrowVector& ridge) {
  own_ += ridge.own;
  shared_.diagonal() += ridge.shared;
}

void ArrowSystem::factorise() {
  const Eigen::Index size = shared_.rows();
  schur_inverse_.resize(size, size);
  if (size == 0) return;
  const Eigen::MatrixXd schur = shared_ - border_.transpose() * own_.cwiseInverse().asDiagonal() * border_;
  schur_inverse_ = schur.ldlt().solve(Eigen::MatrixXd::Identity(size, size));
}

ArrowVector ArrowSystem::solve(const ArrowVector& right) const {
  const Eigen::VectorXd scaled = right.own.cwiseQuotient(own_);
  ArrowVector result;
  result.shared = schur_inverse_ * (right.shared - border_.transpose() * scaled);
  result.own = scaled - (border_ * result.shared).cwiseQuotient(own_);
  return result;
}

ArrowVector ArrowSystem::inverse_diagonal() const {
  ArrowVector result;
  result.shared = schur_inverse_.diagonal();
  const Eigen::MatrixXd scaled = own_.cwiseInverse().asDiagonal() * border_;
  result.own = own_.cwiseInverse() + (scaled * schur_inverse_).cwiseProduct(scaled).rowwise().sum();
  return result;
}

ArrowVector ArrowSystem::inverse_diagonal_given(const std::vector<ArrowVector>& groups) const {
  ArrowVector diagonal = inverse_diagonal();
  if (groups.empty()) return diagonal;
  const auto count = static_cast<Eigen::Index>(groups.size());
  Eigen::MatrixXd own(own_.size(), count), shared(shared_.rows(), count), between(count, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const ArrowVector column = solve(groups[static_cast<std::size_t>(i)]);
    own.col(i) = column.own;
    shared.col(i) = column.shared;
  }
  for (Eigen::Index i = 0; i < count; ++i) {
    const ArrowVector& group = groups[static_cast<std::size_t>(i)];
    between.row(i) = group.own.transpose() * own + group.shared.transpose() * shared;
  }
  const auto solver = between.ldlt();
  diagonal.own -= own.cwiseProduct(solver.solve(own.transpose()).transpose()).rowwise().sum();
  diagonal.shared -= shared.cwiseProduct(solver.solve(shared.transpose()).transpose()).rowwise().sum();
  return diagonal;
}

}  // namespace phusong::analysis
