#include "gis/height_unit.h"

#include <array>
#include <cctype>
#include <span>

namespace phusong::gis {
namespace {

constexpr double kFootM = 0.3048;
constexpr double kUsSurveyFootM = 1200.0 / 3937.0;

struct NamedUnit {
  std::string_view letters;  ///< its text in small letters, without anything else
  HeightUnit unit;
};

std::span<const NamedUnit> named_units() {
  static constexpr HeightUnit kMetre{"m", 1.0}, kFoot{"feet", kFootM}, kUsFoot{"US survey feet", kUsSurveyFootM},
      kCentimetre{"cm", 0.01}, kDecimetre{"dm", 0.1}, kKilometre{"km", 1000.0};
  static constexpr std::array kUnits = {
      NamedUnit{"", kMetre},
      NamedUnit{"m", kMetre},
      NamedUnit{"metre", kMetre},
      NamedUnit{"metres", kMetre},
      NamedUnit{"meter", kMetre},
      NamedUnit{"meters", kMetre},
      NamedUnit{"ft", kFoot},
      NamedUnit{"foot", kFoot},
      NamedUnit{"feet", kFoot},
      NamedUnit{"internationalfoot", kFoot},
      NamedUnit{"internationalfeet", kFoot},
      NamedUnit{"footinternational", kFoot},
      NamedUnit{"footintl", kFoot},
      NamedUnit{"usft", kUsFoot},
      NamedUnit{"ftus", kUsFoot},
      NamedUnit{"usfoot", kUsFoot},
      NamedUnit{"usfeet", kUsFoot},
      NamedUnit{"footus", kUsFoot},
      NamedUnit{"feetus", kUsFoot},
      NamedUnit{"ussurveyfoot", kUsFoot},
      NamedUnit{"ussurveyfeet", kUsFoot},
      NamedUnit{"ussurveyft", kUsFoot},
      NamedUnit{"surveyfoot", kUsFoot},
      NamedUnit{"surveyfeet", kUsFoot},
      NamedUnit{"footussurvey", kUsFoot},
      NamedUnit{"cm", kCentimetre},
      NamedUnit{"centimetre", kCentimetre},
      NamedUnit{"centimetres", kCentimetre},
      NamedUnit{"centimeter", kCentimetre},
      NamedUnit{"centimeters", kCentimetre},
      NamedUnit{"dm", kDecimetre},
      NamedUnit{"decimetre", kDecimetre},
      NamedUnit{"decimetres", kDecimetre},
      NamedUnit{"decimeter", kDecimetre},
      NamedUnit{"decimeters", kDecimetre},
      NamedUnit{"km", kKilometre},
      NamedUnit{"kilometre", kKilometre},
      NamedUnit{"kilometres", kKilometre},
      NamedUnit{"kilometer", kKilometre},
      NamedUnit{"kilometers", kKilometre},
  };
  return kUnits;
}

/// Small letters; blanks and the marks between words left out. Anything else stays, so that "m2" is not "m".
std::string letters_of(std::string_view text) {
  constexpr std::string_view kLeftOut = " \t_-.()[]'\"";
  std::string letters;
  for (const char c : text) {
    if (kLeftOut.find(c) == std::string_view::npos)
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return letters;
}

}  // namespace

std::optional<HeightUnit> height_unit_of(std::string_view text) {
  const std::string letters = letters_of(text);
  // Marks alone ("'" for feet) are no unit that is known; a text of blanks is none.
  if (letters.empty() && text.find_first_not_of(' ') != std::string_view::npos) return std::nullopt;
  for (const NamedUnit& named : named_units())
    if (named.letters == letters) return named.unit;
  return std::nullopt;
}

std::string known_height_units() {
  return "m, feet, US survey feet, cm, dm, km";
}

}  // namespace phusong::gis
