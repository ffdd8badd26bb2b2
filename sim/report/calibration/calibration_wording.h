#pragma once

#include <string_view>

#include "sim/analysis/calibration/compared.h"
#include "sim/analysis/calibration/residual_fit.h"

namespace phusong::report {

/// What a calibration says, in one language; words in braces are placeholders.
struct CalibrationWording {
  // The summary.
  std::string_view measurements;    ///< {used} {rows} {censored} {outliers}
  std::string_view left_out;        ///< {count} {reason}
  std::string_view held_out;        ///< {blocks} {block_km} {folds}
  std::string_view kept, not_kept;  ///< {term} {gain} {error}
  std::string_view sigma;           ///< {sigma} {error}
  std::string_view location_sigma;  ///< {sigma}
  std::string_view agreement_head;  ///< before the three lines
  std::string_view agreement;       ///< {which} {bias} {rmse} {hits}
  std::string_view before, after, held_out_after;
  std::string_view spread_term;  ///< the location variability as a term
  std::string_view nothing_helps;
  std::string_view not_plausible;  ///< {sigma} {offset} {most_sigma}
  std::string_view how_to_use;     ///< {file}
  // The file of corrections.
  std::string_view file_head, offset_cells, offset_technologies, offset_clutter, slope, location;
  // The map.
  std::string_view much_stronger, stronger, as_predicted, weaker, much_weaker, at_noise_floor, not_compared;
  // The pictures.
  std::string_view measured_axis, predicted_axis, residual_axis, distance_axis, share_axis;
  std::string_view scatter_title, distance_title, histogram_title;
  std::string_view median_line, tenths_line, counted;  ///< {count}
};

/// Vietnamese for "vi", English else.
const CalibrationWording& calibration_wording(std::string_view language);
std::string_view term_words(analysis::CorrectionTerm term, std::string_view language);
std::string_view left_out_words(analysis::LeftOut reason, std::string_view language);

}  // namespace phusong::report
