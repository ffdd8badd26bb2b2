#include "sim/report/input_notes.h"

#include <doctest/doctest.h>

#include <array>

using namespace phusong;
using report::text_of;
using NoteKind = gis::InputNote::Kind;

namespace {

constexpr std::array kKinds = {
    NoteKind::kSeparatorLine,  NoteKind::kTitleRows,     NoteKind::kNumberingRow,  NoteKind::kColumnsCarried,
    NoteKind::kColumnsLeftOut, NoteKind::kNamesCutOff,   NoteKind::kTwoPositions,  NoteKind::kNoRows,
    NoteKind::kSameAreas,      NoteKind::kSameOperators, NoteKind::kCostsNotKnown, NoteKind::kRepeatedRows,
    NoteKind::kAboveMast,      NoteKind::kNoAzimuth,     NoteKind::kTiltedTwice,   NoteKind::kZeroTilt,
    NoteKind::kOtherBand,      NoteKind::kFeederNotUsed, NoteKind::kCutsDiffer,    NoteKind::kTiltDiffers,
    NoteKind::kTiltUpsideDown, NoteKind::kOwnCrs,        NoteKind::kHeightUnit,    NoteKind::kOutsideRange,
};
static_assert(static_cast<std::size_t>(NoteKind::kOutsideRange) + 1 == kKinds.size());

gis::InputNote note_of(NoteKind kind, std::size_t count) {
  return {.kind = kind,
          .file = "scenarios/x/tables/t.csv",
          .names = "NAMES",
          .count = count,
          .least = -77.5,
          .greatest = 88.25,
          .valid_min = -50.0,
          .valid_max = 3500.0};
}

bool has_names(NoteKind kind) {
  return kind != NoteKind::kTwoPositions && kind != NoteKind::kNoRows && kind != NoteKind::kCutsDiffer &&
         kind != NoteKind::kTiltDiffers && kind != NoteKind::kTiltUpsideDown && kind != NoteKind::kOutsideRange;
}

}  // namespace

TEST_CASE("every note has words in both languages, with all that it has to say") {
  for (const NoteKind kind : kKinds) {
    CAPTURE(static_cast<int>(kind));
    for (const std::size_t count : {std::size_t{1}, std::size_t{1234}}) {
      const std::string english = text_of(note_of(kind, count), "scenarios/x", "en");
      const std::string vietnamese = text_of(note_of(kind, count), "scenarios/x", "vi");
      CHECK(english != vietnamese);
      for (const std::string& text : {english, vietnamese}) {
        CHECK(text.starts_with("tables/t.csv: "));
        CHECK(text.size() > std::string("tables/t.csv: NAMES").size());
        CHECK((text.find("NAMES") != std::string::npos) == has_names(kind));
      }
    }
  }
}

TEST_CASE("numbers of notes are written as the language writes them") {
  const gis::InputNote outside = note_of(NoteKind::kOutsideRange, 1234);
  CHECK(text_of(outside, "scenarios/x", "en") ==
        "tables/t.csv: 1,234 samples outside valid_range_m (-50 … 3500 m) are void: the least -77.5 m, the greatest "
        "88.25 m");
  CHECK(text_of(outside, "scenarios/x", "vi") ==
        "tables/t.csv: 1.234 mẫu nằm ngoài valid_range_m (-50 … 3500 m) được coi là thiếu dữ liệu: nhỏ nhất -77,5 m, "
        "lớn nhất 88,25 m");
  CHECK(text_of(note_of(NoteKind::kAboveMast, 1), "scenarios/x", "en") ==
        "tables/t.csv: 1 cell with the antenna above the mast: NAMES");
  CHECK(text_of(note_of(NoteKind::kCutsDiffer, 0), "scenarios/x", "vi").find("88,2 dB") != std::string::npos);
}

TEST_CASE("a tilt that header and cut contradict is told with both angles, and a cut that may be upside down as such") {
  const auto text = [](NoteKind kind, double cut_deg, const char* language) {
    return text_of({.kind = kind, .file = "x/a.msi", .least = 6.0, .greatest = cut_deg}, "x", language);
  };
  CHECK(text(NoteKind::kTiltDiffers, 0.0, "en") ==
        "a.msi: header or comment say an electrical tilt of 6° and the vertical cut has 0°: that of the cut counts");
  CHECK(text(NoteKind::kTiltUpsideDown, -6.5, "en").find("has -6.5°, above the horizon") != std::string::npos);
  CHECK(text(NoteKind::kTiltUpsideDown, -6.5, "en").ends_with("the cut may be upside down"));
  CHECK(text(NoteKind::kTiltUpsideDown, -6.5, "vi").ends_with("giản đồ đứng có thể bị lộn ngược"));
}

TEST_CASE("a note names its file as the scenario's folder sees it") {
  CHECK(report::name_in("scenarios/x", "scenarios/x/sites.csv") == "sites.csv");
  CHECK(report::name_in("scenarios/x/", "scenarios/x/sites.csv") == "sites.csv");
  CHECK(report::name_in(".", "./sites.csv") == "sites.csv");
  CHECK(report::name_in("scenarios/x", "scenarios/x/a/book.xlsx (sheet Trạm)") == "a/book.xlsx (sheet Trạm)");
  CHECK(report::name_in("scenarios/x", "scenarios/x/../data/dem.tif") == "../data/dem.tif");
  CHECK(report::name_in("/scenarios/x", "/scenarios/x/../data/dem.tif") == "../data/dem.tif");
  CHECK(report::name_in("/scenarios/x", "/data/dem.tif") == "/data/dem.tif");
  CHECK(report::name_in("scenarios/x", "/data/dem.tif") == "/data/dem.tif");
}

TEST_CASE("a note of no file is its text alone") {
  CHECK(text_of({.kind = NoteKind::kSameOperators, .names = "'A' = 'a'"}, "x", "en")
            .starts_with("operators that differ"));
}
