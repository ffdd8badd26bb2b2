#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/report/link/canvas.h"

namespace phusong::report {

/// Puts labels beside the things that they name so that no two overlap.
class LabelPlacer {
 public:
  /// Labels stay inside `area`.
  LabelPlacer(Canvas& canvas, const PageBox& area) : canvas_(canvas), area_(area) {}

  /// A place where no label may be.
  void keep_free(const PageBox& box) { taken_.push_back(box); }
  /// A line that a label should rather not hide.
  void avoid(std::span<const PagePoint> line);

  /// Draws a label near `at`, of the free places the one that hides least and is nearest, with a line to it where it is
  /// not beside it. Returns its box; nothing where no place is free, and then nothing is drawn.
  std::optional<PageBox> label(PagePoint at, std::string_view text, const Lettering& lettering);

 private:
  double cost_of(const PageBox& box, PagePoint at) const;
  bool is_free(const PageBox& box) const;

  Canvas& canvas_;
  PageBox area_;
  std::vector<PageBox> taken_;
  std::vector<PagePoint> ink_;
};

}  // namespace phusong::report
