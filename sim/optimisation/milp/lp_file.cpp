#include "sim/optimisation/milp/lp_file.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "sim/optimisation/milp/lp_names.h"

namespace phusong::milp {

namespace {

using Terms = std::vector<std::pair<std::size_t, double>>;

/// Writes the text of a model.
class LpWriter {
 public:
  explicit LpWriter(const Model& model) : model_(model) {
    for (const Variable& variable : model.variables)
      names_.push_back(names_used_.name(variable.name));
    // No form of a constant is known to every reader: it is the cost of a variable that is fixed at 1.
    if (has_constant()) names_.push_back(names_used_.name("constant_1"));
  }

  std::string text() {
    text_ = model_.sense == Sense::kMinimise ? "Minimize\n" : "Maximize\n";
    write_objective();
    text_ += "Subject To\n";
    for (const Row& row : model_.rows)
      write_row(row);
    write_bounds();
    write_integers();
    return text_ + "End\n";
  }

 private:
  // A model without variables needs one too.
  bool has_constant() const { return model_.constant != 0.0 || model_.variables.empty(); }

  template <typename... Arguments>
  void add(fmt::format_string<Arguments...> pattern, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(text_), pattern, std::forward<Arguments>(arguments)...);
  }

  void write_terms(const Terms& terms) {
    constexpr std::size_t kTermsALine = 8;
    std::size_t written = 0;
    for (const auto& [variable, coefficient] : terms) {
      if (written > 0 && written % kTermsALine == 0) text_ += "\n  ";
      add(" {} {} {}", coefficient < 0.0 ? '-' : '+', std::abs(coefficient), names_[variable]);
      ++written;
    }
  }

  void write_objective() {
    Terms terms;
    for (std::size_t i = 0; i < model_.variables.size(); ++i)
      if (model_.variables[i].cost != 0.0) terms.emplace_back(i, model_.variables[i].cost);
    if (has_constant()) terms.emplace_back(model_.variables.size(), model_.constant);
    if (terms.empty()) terms.emplace_back(0, 0.0);
    text_ += " objective:";
    write_terms(terms);
    text_ += '\n';
  }

  void write_row(const Row& row) {
    if (row.lower == row.upper) return write_limit(row, "", "=", row.lower);
    const bool two = row.lower > -kInfinity && row.upper < kInfinity;
    if (row.lower > -kInfinity) write_limit(row, two ? "_least" : "", ">=", row.lower);
    if (row.upper < kInfinity) write_limit(row, two ? "_most" : "", "<=", row.upper);
  }

  void write_limit(const Row& row, const char* suffix, std::string_view relation, double limit) {
    add(" {}:", names_used_.name(row.name + suffix));
    write_terms(row.terms.empty() ? Terms{{0, 0.0}} : row.terms);
    add(" {} {}\n", relation, limit);
  }

  void write_bounds() {
    text_ += "Bounds\n";
    for (std::size_t i = 0; i < model_.variables.size(); ++i)
      write_bound(names_[i], model_.variables[i]);
    if (has_constant()) add(" {} = 1\n", names_.back());
  }

  void write_bound(const std::string& name, const Variable& variable) {
    const bool below = variable.lower > -kInfinity;
    const bool above = variable.upper < kInfinity;
    if (!below && !above) return add(" {} free\n", name);
    if (variable.lower == variable.upper) return add(" {} = {}\n", name, variable.lower);
    if (!above) return add(" {} >= {}\n", name, variable.lower);
    if (!below) return add(" -inf <= {} <= {}\n", name, variable.upper);
    add(" {} <= {} <= {}\n", variable.lower, name, variable.upper);
  }

  void write_integers() {
    bool any = false;
    for (std::size_t i = 0; i < model_.variables.size(); ++i) {
      if (!model_.variables[i].integer) continue;
      if (!any) text_ += "Generals\n";
      any = true;
      add(" {}\n", names_[i]);
    }
  }

  const Model& model_;
  LpNames names_used_;
  std::vector<std::string> names_;
  std::string text_;
};

}  // namespace

std::string lp_text(const Model& model) {
  return LpWriter(model).text();
}

}  // namespace phusong::milp
