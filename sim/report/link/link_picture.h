#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sim/analysis/link/link_budget.h"
#include "sim/report/link/canvas.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// By the ending of a file's name; nothing for another than .svg, .png or .pdf.
std::optional<PictureKind> picture_kind(const std::filesystem::path& path);

/// A link as a picture of A4, landscape, in black, white and greys: profile, points of the hamlet, antenna pattern and
/// budget, in the language of the report. The bytes of the file; the same for the same link.
std::string link_picture(const analysis::LinkBudget& budget, const scenario::Scenario& scenario, PictureKind kind);

/// Writes it. Throws gis::MachineError naming the file.
void write_link_picture(const std::filesystem::path& path, const analysis::LinkBudget& budget,
                        const scenario::Scenario& scenario);

}  // namespace phusong::report
