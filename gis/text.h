#pragma once

#include <string>
#include <string_view>

namespace phusong::gis {

/// Text as every table gives it on: in Unicode's normalization form C, without blanks and invisible characters (U+00A0,
/// U+202F, U+200B, U+FEFF and the like) at its ends. What is not UTF-8 comes back as it is.
std::string clean_text(std::string_view text);

/// A key that is the same for texts that differ only in letter case.
std::string without_case(std::string_view text);

/// A key that is the same for names that a person reads as equal: those that differ only in letter case, or in blanks,
/// hyphens and invisible characters.
std::string name_key(std::string_view name);

/// The letters and digits of a text in lower case without diacritics, words apart by one blank: "ten tram bts" for
/// "Tên_trạm (BTS)". "đ" is "d".
std::string plain_words(std::string_view text);

}  // namespace phusong::gis
