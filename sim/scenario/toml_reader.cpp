#include "sim/scenario/toml_reader.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "sim/scenario/nearest.h"
#include "sim/scenario/toml_document.h"
#include "sim/scenario/toml_value.h"

namespace phusong::scenario {
namespace {

/// Values that come from the command line have no lines.
bool is_option(const std::string& file) {
  return file.starts_with("--");
}

/// A value for a message: numbers as short as they can be written, as the user most likely did.
std::string written(const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return *text;
  if (const toml::array* const array = node.as_array()) {
    std::vector<std::string> elements;
    for (const toml::node& element : *array)
      elements.push_back(written(element));
    return "[" + joined(elements) + "]";
  }
  return toml_text(node);
}

/// Walks a TOML document along the known keys.
class Walker {
 public:
  Walker(const std::string& file, const std::vector<Key>& keys, GivenKeys& given)
      : file_(file), keys_(keys), given_(given) {}

  void walk(const toml::table& table, const std::vector<std::string>& parents = {}) {
    for (const auto& [name, node] : table) {
      std::vector<std::string> parts = parents;
      parts.emplace_back(name.str());
      const bool has_lines = !is_option(file_);
      visit(node, parts, has_lines ? std::optional<long>(name.source().begin.line) : std::nullopt);
    }
  }

  /// toml++ walks a table by the alphabet; the user reads by lines.
  std::vector<gis::Problem> problems_by_line() && {
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const gis::Problem& a, const gis::Problem& b) { return a.line < b.line; });
    return std::move(problems_);
  }

 private:
  void visit(const toml::node& node, const std::vector<std::string>& parts, std::optional<long> line) {
    const std::string name = key_name(parts);
    const auto key = std::find_if(keys_.begin(), keys_.end(), [&name](const Key& k) { return k.name == name; });
    if (key != keys_.end()) {
      given_[name] = {file_, line, written(node)};
      if (const auto rejection = assign_toml(*key, node)) add(name, line, node, *rejection);
    } else if (!is_section(name)) {
      add(name, line, node, {unknown_text(parts), ""});
    } else if (const toml::table* const table = node.as_table()) {
      walk(*table, parts);
    } else {
      add(name, line, node, {"has the wrong type: a table of keys is wanted", ""});
    }
  }

  bool is_section(const std::string& name) const {
    return std::any_of(keys_.begin(), keys_.end(), [&name](const Key& k) { return k.name.starts_with(name + "."); });
  }

  /// The nearest key: first one beside it, then one of the same name in another section.
  std::string unknown_text(const std::vector<std::string>& parts) const {
    const std::vector<std::string> parents(parts.begin(), parts.end() - 1);
    std::vector<std::string> beside;
    for (const Key& key : keys_) {
      const std::vector<std::string> known = key_parts(key.name);
      if (known.size() <= parents.size() || !std::equal(parents.begin(), parents.end(), known.begin())) continue;
      beside.push_back(known[parents.size()]);
    }
    std::string meant;
    if (const auto near = nearest(parts.back(), beside)) {
      std::vector<std::string> whole = parents;
      whole.push_back(*near);
      meant = key_name(whole);
    } else {
      for (const Key& key : keys_) {
        if (key_parts(key.name).back() == parts.back()) meant = key.name;
      }
    }
    return meant.empty() ? "unknown key" : "unknown key; did you mean " + meant + "?";
  }

  void add(const std::string& name, std::optional<long> line, const toml::node& node, const Rejection& rejection) {
    problems_.push_back({.kind = gis::ProblemKind::kScenario,
                         .file = file_,
                         .line = line,
                         .key = name,
                         .value = written(node),
                         .message = rejection.message,
                         .allowed = rejection.allowed});
  }

  const std::string& file_;
  const std::vector<Key>& keys_;
  GivenKeys& given_;
  std::vector<gis::Problem> problems_;
};

GivenKeys read_document(const toml::table& document, const std::string& file, const std::vector<Key>& keys,
                        gis::Problems& problems) {
  GivenKeys given;
  Walker walker(file, keys, given);
  walker.walk(document);
  for (gis::Problem& problem : std::move(walker).problems_by_line())
    problems.add(std::move(problem));
  return given;
}

std::optional<toml::table> parsed(const std::string& text) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

std::string quoted(const std::string& text) {
  std::ostringstream result;
  result << toml::default_formatter(toml::value<std::string>(text), toml::format_flags::none);
  return result.str();
}

}  // namespace

GivenKeys read_toml(std::string_view text, const std::string& file, const std::vector<Key>& keys,
                    gis::Problems& problems) {
  return read_document(parse_toml(text, file), file, keys, problems);
}

GivenKeys apply_override(const Override& override, const std::vector<Key>& keys, gis::Problems& problems) {
  std::optional<toml::table> document = parsed(override.key + " = " + override.value);
  if (!document) document = parsed(override.key + " = " + quoted(override.value));
  if (document) return read_document(*document, override.option, keys, problems);
  problems.add({.kind = gis::ProblemKind::kScenario,
                .file = override.option,
                .key = override.key,
                .value = override.value,
                .message = "is not a dotted TOML key",
                .allowed = "e.g. propagation.max_range_km.\"2G\""});
  return {};
}

gis::Problem key_problem(const GivenKeys& given, const std::string& key, const Rejection& rejection) {
  gis::Problem problem{
      .kind = gis::ProblemKind::kScenario, .key = key, .message = rejection.message, .allowed = rejection.allowed};
  if (const auto found = given.find(key); found != given.end()) {
    problem.file = found->second.file;
    problem.line = found->second.line;
    problem.value = found->second.value;
  }
  return problem;
}

}  // namespace phusong::scenario
