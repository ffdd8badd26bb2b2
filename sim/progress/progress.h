#pragma once

#include <cstddef>
#include <stdexcept>
#include <string_view>

namespace phusong::progress {

/// The user asked to stop. Stages throw it between two pieces of work; what is complete stays.
class Stopped : public std::runtime_error {
 public:
  Stopped() : std::runtime_error("stopped") {}
};

/// How a stage says how far it is, and learns that it should stop. Safe to call from any thread;
/// this one says nothing and never stops.
class Progress {
 public:
  virtual ~Progress() = default;
  /// A stage of `total` pieces of work begins.
  virtual void begin(std::string_view /*stage*/, std::size_t /*total*/) {}
  /// `n` more pieces are done.
  virtual void advance(std::size_t /*n*/) {}
  virtual bool stop_requested() const { return false; }
  /// Throws Stopped where a stop was asked for.
  void throw_if_stopped() const {
    if (stop_requested()) throw Stopped();
  }
};

}  // namespace phusong::progress
