#include "propagation/antenna/msi_tokens.h"

#include <algorithm>
#include <cctype>

#include "propagation/antenna/msi_values.h"

namespace phusong::propagation::msi {
namespace {

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// Bytes beyond ASCII count as letters: a degree sign is a word.
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}

class Scanner {
 public:
  explicit Scanner(std::string text) : text_(std::move(text)) {}

  std::vector<Token> all() {
    while (at_ < text_.size()) {
      if (is_blank(text_[at_])) {
        ++at_;
      } else if (begins_number()) {
        take_number();
      } else if (is_letter(text_[at_])) {
        take_word();
      } else {
        tokens_.push_back({.text = std::string(1, text_[at_++])});
      }
    }
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  bool digits_begin(std::size_t ahead) const {
    return is_digit(peek(ahead)) || ((peek(ahead) == '.' || peek(ahead) == ',') && is_digit(peek(ahead + 1)));
  }

  /// A dash directly after a digit or a letter parts two things; elsewhere it is a sign.
  bool begins_number() const {
    if (digits_begin(0)) return true;
    const bool may_be_sign =
        at_ == 0 || is_blank(text_[at_ - 1]) || std::string_view("([=:").find(text_[at_ - 1]) != std::string_view::npos;
    return (peek(0) == '+' || peek(0) == '-') && may_be_sign && digits_begin(1);
  }

  void take_number() {
    const std::size_t begin = at_++;
    while (is_digit(peek(0)) || peek(0) == '.' || (peek(0) == ',' && is_digit(peek(1))))
      ++at_;
    if (peek(0) == 'e' || peek(0) == 'E') {
      const std::size_t digits = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
      if (is_digit(peek(digits))) at_ += digits;
      while (is_digit(peek(0)))
        ++at_;
    }
    const std::string text = text_.substr(begin, at_ - begin);
    const std::optional<double> number = number_of(text);
    tokens_.push_back(number ? Token{Token::Kind::kNumber, text, *number} : Token{Token::Kind::kWord, text});
  }

  void take_word() {
    Token word{.kind = Token::Kind::kWord};
    while (at_ < text_.size() && is_letter(text_[at_]))
      word.text += static_cast<char>(std::tolower(static_cast<unsigned char>(text_[at_++])));
    tokens_.push_back(std::move(word));
  }

  std::string text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  return Scanner(plain(text)).all();
}

}  // namespace phusong::propagation::msi
