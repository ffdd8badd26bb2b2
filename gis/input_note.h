#pragma once

#include <cstddef>
#include <string>

namespace phusong::gis {

/// A remark on an input that can be read: nothing in it is wrong, and whoever made it should know how it was taken. It
/// has no words yet, because those depend on the reader's language (`sim/report/input_notes.h`).
struct InputNote {
  enum class Kind : unsigned char {
    // Tables.
    kSeparatorLine,   ///< a line that states the separator, `names`, was passed over
    kTitleRows,       ///< `count` rows above the header were passed over; `names` is the text of the first
    kNumberingRow,    ///< a row under the header that numbers the columns, `names`, was passed over
    kColumnsCarried,  ///< columns that are not known are carried to the outputs: `names`
    kColumnsLeftOut,  ///< columns that are not known are not read: `names`
    kNamesCutOff,     ///< names cut off by the format were taken for the whole ones: `names`
    kTwoPositions,    ///< positions are those in degrees; map coordinates beside them are not looked at
    kNoRows,          ///< the table has a header alone
    kSameAreas,       ///< `names` differ only in what a person does not see, and are counted apart
    kSameOperators,   ///< the same, and they are taken for one; of all tables, so `file` is empty
    kCostsNotKnown,   ///< cost items that nothing is paid for: `names`
    kRepeatedRows,  ///< `count` rows say the same as an earlier one, and all count; `names` is the first of their lines
    // Cells: `count` of them, the first are `names`.
    kAboveMast,    ///< the antenna is above the mast
    kNoAzimuth,    ///< an antenna pattern without azimuth, taken as 0
    kTiltedTwice,  ///< an electrical tilt in the table and in the pattern, in `names`; that of the table counts
    kZeroTilt,     ///< an electrical tilt of 0 in the table beside one in the pattern, in `names`; the pattern's counts
    kOtherBand,    ///< the frequency of the cell is off the band of the pattern, both in `names`
    kFeederNotUsed,  ///< a feeder loss beside a radiated power, which has it in it
    // Antenna files.
    kCutsDiffer,      ///< where the two cuts cross they differ by `greatest` dB
    kTiltDiffers,     ///< header or comment say an electrical tilt of `least`°, the vertical cut has `greatest`°
    kTiltUpsideDown,  ///< the same, and the vertical cut's lobe is above the horizon
    // Rasters.
    kOwnCrs,        ///< the CRS of the file, `names`, and not that of the scenario, is used
    kHeightUnit,    ///< heights in `names` are converted to metres
    kOutsideRange,  ///< `count` samples from `least` to `greatest` m are outside `valid_min` to `valid_max` m: void
  };
  Kind kind = Kind::kNoRows;
  std::string file{};  ///< with its folder; a workbook's with the sheet
  std::string names{};
  std::size_t count = 0;
  double least = 0.0, greatest = 0.0;
  double valid_min = 0.0, valid_max = 0.0;

  bool operator==(const InputNote&) const = default;
};

}  // namespace phusong::gis
