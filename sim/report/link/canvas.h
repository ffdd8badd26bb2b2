#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::report {

enum class PictureKind { kSvg, kPng, kPdf };

/// A place on a page: points of 1/72 inch from its upper left corner, y downwards.
struct PagePoint {
  double x = 0.0, y = 0.0;
};

struct PageBox {
  double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  bool meets(const PageBox& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  bool holds(PagePoint point) const {
    return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
  }
};

/// Grey levels: 0 is black, 1 white. Everything is drawn in them, to be read on any printer.
struct Stroke {
  double width_pt = 0.8;
  double grey = 0.0;
  std::vector<double> dashes_pt{};  ///< empty: drawn through
};

enum class Side { kLeft, kCentre, kRight };
struct Lettering {
  double size_pt = 8.0;
  bool is_bold = false;
  Side side = Side::kLeft;  ///< which side of the text its x is
  double grey = 0.0;
  double width_pt = 0.0;     ///< lines are broken at this width; 0: one line
  bool has_backing = false;  ///< on white, so that lines behind it do not disturb
  double turn_deg = 0.0;     ///< counter-clockwise about its place
};

/// A page drawn by Cairo, with text set by Pango. The same calls give the same bytes.
class Canvas {
 public:
  struct Page {
    double width_pt = 842.0, height_pt = 595.0;  ///< A4, landscape
    std::string title, description;              ///< for readers of the file that cannot see it
  };
  Canvas(PictureKind kind, Page page);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  void line(PagePoint from, PagePoint to, const Stroke& stroke);
  void polyline(std::span<const PagePoint> points, const Stroke& stroke);
  void fill(std::span<const PagePoint> corners, double grey);
  /// Slanted lines inside a polygon.
  void hatch(std::span<const PagePoint> corners, double spacing_pt);
  void box(const PageBox& box, const Stroke& stroke);
  void disc(PagePoint centre, double radius_pt, double grey);
  void circle(PagePoint centre, double radius_pt, const Stroke& stroke);
  /// A line with a filled head at its end.
  void arrow(PagePoint from, PagePoint to, const Stroke& stroke);

  /// The box that a text takes whose upper edge is at `at`.
  PageBox extent(PagePoint at, std::string_view text, const Lettering& lettering) const;
  /// Draws it and returns its box. Throws gis::MachineError where no font has its letters.
  PageBox text(PagePoint at, std::string_view text, const Lettering& lettering);

  /// Nothing is drawn outside until end_clip().
  void begin_clip(const PageBox& box);
  void end_clip();

  /// The file. Nothing can be drawn after.
  std::string finish();

 private:
  struct Cairo;
  std::unique_ptr<Cairo> cairo_;
};

}  // namespace phusong::report
