#include "sim/report/link/canvas.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <pango/pangocairo.h>

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "gis/machine_error.h"
#include "sim/report/xml_text.h"

namespace phusong::report {
namespace {

constexpr const char* kFont = "DejaVu Sans";
constexpr double kPngDotsPerPoint = 200.0 / 72.0;
/// A picture says nothing of when it was made: the same link has the same bytes.
constexpr const char* kNoDate = "1970-01-01T00:00:00Z";

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

/// Cairo numbers the surfaces of a process; a file has one, and the same bytes whatever was drawn before it.
void drop_surface_number(std::string& svg) {
  constexpr std::string_view kName = "id=\"surface";
  const std::size_t begin = svg.find(kName);
  if (begin == std::string::npos) return;
  const std::size_t end = svg.find('"', begin + kName.size());
  svg.erase(begin + kName.size(), end - begin - kName.size());
}

/// Cairo draws letters as shapes; title and description keep an SVG legible for readers and searches.
std::string with_description(std::string svg, const Canvas::Page& page) {
  const std::size_t root = svg.find("<svg");
  const std::size_t end = root == std::string::npos ? root : svg.find('>', root);
  if (end == std::string::npos) return svg;
  drop_surface_number(svg);
  svg.insert(end + 1, "\n<title>" + xml_text(page.title) + "</title>\n<desc>" + xml_text(page.description) + "</desc>");
  return svg;
}

}  // namespace

struct Canvas::Cairo {
  struct FreeSurface {
    void operator()(cairo_surface_t* drawn) const { cairo_surface_destroy(drawn); }
  };
  struct FreeContext {
    void operator()(cairo_t* drawing) const { cairo_destroy(drawing); }
  };
  struct FreeObject {
    void operator()(void* object) const { g_object_unref(object); }
  };
  struct FreeOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  };
  struct FreeFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  };

  PictureKind kind;
  Page page;
  std::string bytes{};
  std::unique_ptr<cairo_surface_t, FreeSurface> surface{};
  std::unique_ptr<cairo_t, FreeContext> context{};

  void begin() {
    surface.reset(new_surface());
    context.reset(cairo_create(surface.get()));
    if (kind == PictureKind::kPng) cairo_scale(context.get(), kPngDotsPerPoint, kPngDotsPerPoint);
    cairo_set_line_join(context.get(), CAIRO_LINE_JOIN_ROUND);
    set_grey(1.0);
    cairo_paint(context.get());
  }

  cairo_surface_t* new_surface() {
    switch (kind) {
      case PictureKind::kSvg:
        return cairo_svg_surface_create_for_stream(append_bytes, &bytes, page.width_pt, page.height_pt);
      case PictureKind::kPdf: {
        cairo_surface_t* pdf = cairo_pdf_surface_create_for_stream(append_bytes, &bytes, page.width_pt, page.height_pt);
        cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, page.title.c_str());
        cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_SUBJECT, page.description.c_str());
        cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, kNoDate);
        return pdf;
      }
      case PictureKind::kPng:
        break;
    }
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(page.width_pt * kPngDotsPerPoint),
                                      static_cast<int>(page.height_pt * kPngDotsPerPoint));
  }

  void set_grey(double grey) const { cairo_set_source_rgb(context.get(), grey, grey, grey); }

  void trace(std::span<const PagePoint> points) const {
    cairo_new_path(context.get());
    for (const PagePoint& point : points)
      cairo_line_to(context.get(), point.x, point.y);
  }

  void stroke_path(const Stroke& stroke) const {
    set_grey(stroke.grey);
    cairo_set_line_width(context.get(), stroke.width_pt);
    cairo_set_dash(context.get(), stroke.dashes_pt.data(), static_cast<int>(stroke.dashes_pt.size()), 0.0);
    cairo_stroke(context.get());
  }

  std::unique_ptr<PangoLayout, FreeObject> layout(std::string_view text, const Lettering& lettering) const {
    std::unique_ptr<PangoLayout, FreeObject> layout(pango_cairo_create_layout(context.get()));
    // Without hinting a text has the same extent at every scale and in every kind of file.
    const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(pango_layout_get_context(layout.get()), options.get());
    pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
    pango_layout_context_changed(layout.get());
    const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_from_string(kFont));
    pango_font_description_set_absolute_size(font.get(), lettering.size_pt * PANGO_SCALE);
    if (lettering.is_bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font.get());
    if (lettering.width_pt > 0.0) {
      pango_layout_set_width(layout.get(), static_cast<int>(lettering.width_pt * PANGO_SCALE));
      pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
  }

  static PageBox box_of(PangoLayout* layout, PagePoint at, const Lettering& lettering) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    const double width = static_cast<double>(logical.width) / PANGO_SCALE;
    const double height = static_cast<double>(logical.height) / PANGO_SCALE;
    const double share = lettering.side == Side::kLeft ? 0.0 : lettering.side == Side::kCentre ? 0.5 : 1.0;
    return {at.x - share * width, at.y, at.x + (1.0 - share) * width, at.y + height};
  }
};

Canvas::Canvas(PictureKind kind, Page page) : cairo_(new Cairo{.kind = kind, .page = std::move(page)}) {
  cairo_->begin();
}

Canvas::~Canvas() = default;

void Canvas::line(PagePoint from, PagePoint to, const Stroke& stroke) {
  polyline(std::array{from, to}, stroke);
}

void Canvas::polyline(std::span<const PagePoint> points, const Stroke& stroke) {
  cairo_->trace(points);
  cairo_->stroke_path(stroke);
}

void Canvas::fill(std::span<const PagePoint> corners, double grey) {
  cairo_->trace(corners);
  cairo_->set_grey(grey);
  cairo_fill(cairo_->context.get());
}

void Canvas::hatch(std::span<const PagePoint> corners, double spacing_pt) {
  cairo_t* context = cairo_->context.get();
  cairo_save(context);
  cairo_->trace(corners);
  cairo_clip(context);
  double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;
  cairo_clip_extents(context, &left, &top, &right, &bottom);
  const double rise = bottom - top;
  for (double x = std::floor((left - rise) / spacing_pt) * spacing_pt; x < right; x += spacing_pt)
    line({x, bottom}, {x + rise, top}, {.width_pt = 0.4});
  cairo_restore(context);
}

void Canvas::box(const PageBox& box, const Stroke& stroke) {
  cairo_new_path(cairo_->context.get());
  cairo_rectangle(cairo_->context.get(), box.left, box.top, box.width(), box.height());
  cairo_->stroke_path(stroke);
}

void Canvas::disc(PagePoint centre, double radius_pt, double grey) {
  cairo_new_path(cairo_->context.get());
  cairo_arc(cairo_->context.get(), centre.x, centre.y, radius_pt, 0.0, 2.0 * std::numbers::pi);
  cairo_->set_grey(grey);
  cairo_fill(cairo_->context.get());
}

void Canvas::circle(PagePoint centre, double radius_pt, const Stroke& stroke) {
  cairo_new_path(cairo_->context.get());
  cairo_arc(cairo_->context.get(), centre.x, centre.y, radius_pt, 0.0, 2.0 * std::numbers::pi);
  cairo_->stroke_path(stroke);
}

void Canvas::arrow(PagePoint from, PagePoint to, const Stroke& stroke) {
  constexpr double kHeadPt = 5.0, kHalfAngle = 0.4;
  line(from, to, stroke);
  const double angle = std::atan2(from.y - to.y, from.x - to.x);
  const auto barb = [&](double turn) {
    return PagePoint{to.x + kHeadPt * std::cos(angle + turn), to.y + kHeadPt * std::sin(angle + turn)};
  };
  fill(std::array{to, barb(kHalfAngle), barb(-kHalfAngle)}, stroke.grey);
}

PageBox Canvas::extent(PagePoint at, std::string_view text, const Lettering& lettering) const {
  return Cairo::box_of(cairo_->layout(text, lettering).get(), at, lettering);
}

PageBox Canvas::text(PagePoint at, std::string_view text, const Lettering& lettering) {
  const auto layout = cairo_->layout(text, lettering);
  if (pango_layout_get_unknown_glyphs_count(layout.get()) > 0)
    throw gis::MachineError("no font here has Vietnamese letters; install the package fonts-dejavu-core");
  const PageBox box = Cairo::box_of(layout.get(), at, lettering);
  if (lettering.has_backing) {
    const std::array corners = {PagePoint{box.left - 1.0, box.top}, PagePoint{box.right + 1.0, box.top},
                                PagePoint{box.right + 1.0, box.bottom}, PagePoint{box.left - 1.0, box.bottom}};
    fill(corners, 1.0);
  }
  cairo_t* context = cairo_->context.get();
  cairo_save(context);
  cairo_translate(context, at.x, at.y);
  cairo_rotate(context, -lettering.turn_deg * std::numbers::pi / 180.0);
  cairo_move_to(context, box.left - at.x, 0.0);
  cairo_->set_grey(lettering.grey);
  pango_cairo_show_layout(context, layout.get());
  cairo_restore(context);
  return box;
}

void Canvas::begin_clip(const PageBox& box) {
  cairo_save(cairo_->context.get());
  cairo_new_path(cairo_->context.get());
  cairo_rectangle(cairo_->context.get(), box.left, box.top, box.width(), box.height());
  cairo_clip(cairo_->context.get());
}

void Canvas::end_clip() {
  cairo_restore(cairo_->context.get());
}

std::string Canvas::finish() {
  cairo_->context.reset();
  if (cairo_->kind == PictureKind::kPng)
    cairo_surface_write_to_png_stream(cairo_->surface.get(), append_bytes, &cairo_->bytes);
  cairo_surface_finish(cairo_->surface.get());
  const cairo_status_t status = cairo_surface_status(cairo_->surface.get());
  if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED)
    throw gis::MachineError(std::string("the picture cannot be made: ") + cairo_status_to_string(status));
  if (cairo_->kind == PictureKind::kSvg) return with_description(std::move(cairo_->bytes), cairo_->page);
  return std::move(cairo_->bytes);
}

}  // namespace phusong::report
