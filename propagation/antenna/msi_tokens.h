#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phusong::propagation::msi {

/// A part of a value: a number with its sign, a word in lower case, or one other character.
struct Token {
  enum class Kind { kNumber, kWord, kMark };

  Kind kind = Kind::kMark;
  std::string text;     ///< of a word or a mark
  double number = 0.0;  ///< of a number

  bool is_number() const { return kind == Kind::kNumber; }
  bool is_word() const { return kind == Kind::kWord; }
};

/// Takes a value apart, and leaves nothing out but blanks. Digits that are not one number ("1.2.3") become a word,
/// which no reader knows.
std::vector<Token> tokens_of(std::string_view text);

}  // namespace phusong::propagation::msi
