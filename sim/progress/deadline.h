#pragma once

#include <algorithm>
#include <chrono>

namespace phusong::progress {

/// An emergency stop: seconds from now on.
class Deadline {
 public:
  explicit Deadline(double seconds) : seconds_(seconds) {}

  double left_s() const { return std::max(0.0, seconds_ - gone_s()); }
  bool is_over() const { return gone_s() >= seconds_; }

 private:
  double gone_s() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }

  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  double seconds_;
};

}  // namespace phusong::progress
