#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace phusong::gis {

/// Which exit code a problem leads to: the scenario file and its keys (2), or a file that it names (3).
enum class ProblemKind { kScenario, kFile };

/// One thing wrong with the input, in the words that the user sees.
struct Problem {
  ProblemKind kind = ProblemKind::kFile;
  std::string file;            ///< as the user wrote it
  std::optional<long> line{};  ///< physical line of a text file, feature id elsewhere; nothing = the whole file
  std::string key;             ///< column or scenario key; empty where there is none
  std::string value;           ///< the offending value as written; empty where there is none
  std::string message;         ///< what is wrong
  std::string allowed;         ///< what would be right: a range, a list of names; may be empty
  bool of_row_alone = false;   ///< a reader left out the row of `line` for it; the other rows can be read

  /// "file:line: key = 'value': message (allowed: ...)", leaving out what is empty.
  std::string text() const;
};

/// Collects everything wrong with an input so that the user sees it all at once.
class Problems {
 public:
  void add(Problem problem) { problems_.push_back(std::move(problem)); }
  void add_all(const Problems& other);
  bool empty() const { return problems_.empty(); }
  bool has(ProblemKind kind) const;
  const std::vector<Problem>& all() const { return problems_; }
  /// One problem for all rows of a file that share it: that of the first row, and how many more there are. Few are
  /// left as they are.
  Problems gathered() const;
  /// All problems, a line each.
  std::string text() const;
  /// Throws an InputError of the gathered problems if anything was added.
  void throw_if_any() const;

 private:
  std::vector<Problem> problems_;
};

/// The input is wrong; carries every problem found. Exit code 2 if any is of kind kScenario, else 3.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Problems problems);
  const Problems& problems() const { return problems_; }

 private:
  Problems problems_;
};

/// Throws an InputError of one problem with a named file.
[[noreturn]] void fail(const std::string& file, const std::string& message);

}  // namespace phusong::gis
