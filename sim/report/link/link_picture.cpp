#include "sim/report/link/link_picture.h"

#include <fmt/format.h>

#include <stdexcept>

#include "gis/output_file.h"
#include "sim/report/link/budget_column.h"
#include "sim/report/link/link_text.h"
#include "sim/report/link/link_wording.h"
#include "sim/report/link/pattern_plot.h"
#include "sim/report/link/picture_words.h"
#include "sim/report/link/points_map.h"
#include "sim/report/link/profile_plot.h"

namespace phusong::report {
namespace {

using analysis::LinkBudget;

constexpr double kMarginPt = 26.0, kColumnLeftPt = 572.0, kTopPt = 64.0, kPanelsTopPt = 392.0;

/// The second line: scenario, technology and model.
std::string subtitle_of(const LinkBudget& budget, const scenario::Scenario& scenario, const PictureWords& words) {
  std::string text = scenario.options.scenario.title;
  if (budget.cell) {
    const network::Cell& cell = scenario.network.cells[*budget.cell];
    text += fmt::format(" · {} · {}", scenario.network.sites[cell.site].operator_name, name_of(cell.technology));
  }
  text += fmt::format(" · {} MHz", general_text(budget.frequency_mhz, wording(words.language)));
  if (budget.point > 0) text += " · " + fmt::format(fmt::runtime(words.other_point), fmt::arg("point", budget.point));
  const bool is_hop = budget.profiles.size() > 1;
  if (!is_hop) text += fmt::format(" · {}", name_of(scenario.options.propagation.settings.model));
  return text;
}

std::string remarks_of(const LinkBudget& budget, std::string_view language) {
  std::string text;
  for (const analysis::LinkRemark& remark : budget.remarks)
    text += (text.empty() ? "" : " ") + remark_text(remark, language);
  return text;
}

/// Draws a link onto one page.
class LinkPage {
 public:
  LinkPage(Canvas& canvas, const LinkBudget& budget, const scenario::Scenario& scenario, const Canvas::Page& page)
      : canvas_(canvas),
        budget_(budget),
        page_(page),
        language_(scenario.options.report.language),
        words_(picture_words(language_)),
        subtitle_(subtitle_of(budget, scenario, words_)) {}

  void draw() {
    canvas_.text({kMarginPt, 20.0}, page_.title, {.size_pt = title_size(), .is_bold = true});
    canvas_.text({kMarginPt, 40.0}, subtitle_, {.size_pt = 9.0, .grey = 0.2});
    const double bottom = page_.height_pt - kMarginPt - remarks_height();
    const bool has_panels = budget_.pattern.has_value();
    draw_profile(canvas_, {kMarginPt, kTopPt, kColumnLeftPt - 16.0, has_panels ? kPanelsTopPt : bottom}, budget_,
                 words_);
    if (has_panels) draw_panels(kPanelsTopPt + 4.0, bottom);
    draw_budget(canvas_, {kColumnLeftPt, kTopPt - 4.0, page_.width_pt - kMarginPt, page_.height_pt - 20.0}, budget_,
                language_);
    const std::string remarks = remarks_of(budget_, language_);
    if (!remarks.empty()) canvas_.text({kMarginPt, bottom + 6.0}, remarks, remark_lettering());
  }

 private:
  /// A long title is set smaller rather than cut off.
  double title_size() const {
    const double width_pt = canvas_.extent({}, page_.title, {.size_pt = 14.0, .is_bold = true}).width();
    const double room_pt = page_.width_pt - 2.0 * kMarginPt;
    return width_pt <= room_pt ? 14.0 : 14.0 * room_pt / width_pt;
  }

  static Lettering remark_lettering() { return {.size_pt = 7.5, .width_pt = kColumnLeftPt - 16.0 - kMarginPt}; }

  double remarks_height() const {
    const std::string remarks = remarks_of(budget_, language_);
    return remarks.empty() ? 0.0 : canvas_.extent({}, remarks, remark_lettering()).height() + 4.0;
  }

  void draw_panels(double top, double bottom) {
    draw_points(canvas_, {kMarginPt, top, kMarginPt + 196.0, bottom}, budget_, words_);
    draw_azimuth_cut(canvas_, {kMarginPt + 206.0, top, kMarginPt + 356.0, bottom}, *budget_.pattern, words_);
    draw_elevation_cut(canvas_, {kMarginPt + 366.0, top, kColumnLeftPt - 16.0, bottom}, *budget_.pattern, words_);
  }

  Canvas& canvas_;
  const LinkBudget& budget_;
  const Canvas::Page& page_;
  std::string language_;
  const PictureWords& words_;
  std::string subtitle_;
};

}  // namespace

std::optional<PictureKind> picture_kind(const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  if (ending == ".svg") return PictureKind::kSvg;
  if (ending == ".png") return PictureKind::kPng;
  if (ending == ".pdf") return PictureKind::kPdf;
  return std::nullopt;
}

std::string link_picture(const LinkBudget& budget, const scenario::Scenario& scenario, PictureKind kind) {
  const Canvas::Page page{.title = title_of(budget),
                          .description = link_text(budget, scenario.options.report.language)};
  Canvas canvas(kind, page);
  LinkPage(canvas, budget, scenario, page).draw();
  return canvas.finish();
}

void write_link_picture(const std::filesystem::path& path, const LinkBudget& budget,
                        const scenario::Scenario& scenario) {
  const auto kind = picture_kind(path);
  if (!kind) throw std::invalid_argument("a picture ends in .svg, .png or .pdf: " + path.string());
  gis::write_text_file(path, link_picture(budget, scenario, *kind));
}

}  // namespace phusong::report
