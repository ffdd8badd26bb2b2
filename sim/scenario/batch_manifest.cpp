#include "sim/scenario/batch_manifest.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <optional>

#include "gis/input_file.h"
#include "gis/problem.h"
#include "sim/scenario/key.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/toml_document.h"
#include "sim/scenario/value.h"

namespace phusong::scenario {
namespace {

/// More runs than any batch has on purpose: a mistyped matrix is told before it fills a disk.
constexpr std::size_t kMostRuns = 100'000;

/// Room for ".log.part" within the 255 bytes that a file's name may have.
constexpr std::size_t kLongestName = 240;

struct NamedNode {
  std::string key;  ///< dotted
  const toml::node* node;
};

/// One list of the matrix.
struct MatrixAxis {
  std::string key;
  std::vector<std::string> values;  ///< as TOML
  std::vector<std::string> words;   ///< of each value in the name of a run
};

bool stands_before(const toml::node& a, const toml::node& b) {
  const auto& first = a.source().begin;
  const auto& second = b.source().begin;
  return first.line != second.line ? first.line < second.line : first.column < second.column;
}

/// The values below a table by their dotted keys. A part with a dot in it, as in "plan.gap" = 0.02, is a dotted key of
/// its own.
void collect(const toml::table& table, const std::string& parent, std::vector<NamedNode>& found) {
  for (const auto& [name, node] : table) {
    const std::string part(name.str());
    const std::string key =
        (parent.empty() ? "" : parent + ".") + (part.find('.') == std::string::npos ? key_name({part}) : part);
    if (const toml::table* const below = node.as_table()) {
      collect(*below, key, found);
    } else {
      found.push_back({key, &node});
    }
  }
}

/// toml++ walks a table by the alphabet; the user reads by lines.
std::vector<NamedNode> values_by_line(const toml::table& table) {
  std::vector<NamedNode> found;
  collect(table, "", found);
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return stands_before(*a.node, *b.node); });
  return found;
}

/// A value in the name of a folder, those of a list with "+" between them: what a shell or a file system takes for
/// something else becomes "-".
std::string word_of(const toml::node& node) {
  if (const toml::array* const list = node.as_array()) {
    std::vector<std::string> words;
    for (const toml::node& element : *list)
      words.push_back(word_of(element));
    return joined(words, "+");
  }
  std::string word = node.value_exact<std::string>().value_or(toml_text(node));
  for (char& c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = std::isalnum(byte) != 0 || byte >= 0x80 || c == '.' || c == '-' || c == '_' || c == '+';
    if (!is_plain) c = '-';
  }
  return word;
}

class ManifestReader {
 public:
  explicit ManifestReader(std::string file) : file_(std::move(file)) {}

  std::vector<BatchRun> read(const toml::table& document) {
    check_keys(document, {"run", "matrix"}, "");
    const std::vector<BatchRun> plain = read_runs(document);
    const std::vector<MatrixAxis> axes = read_matrix(document);
    problems_.throw_if_any();
    std::vector<BatchRun> runs = multiplied(plain, axes);
    check_names(runs);
    problems_.throw_if_any();
    return runs;
  }

 private:
  std::string file_;
  gis::Problems problems_;

  void add(const toml::node* at, const std::string& key, const std::string& value, const std::string& message,
           const std::string& allowed = "") {
    const bool has_line = at != nullptr && at->source().begin.line > 0;
    problems_.add({.kind = gis::ProblemKind::kScenario,
                   .file = file_,
                   .line = has_line ? std::optional<long>(at->source().begin.line) : std::nullopt,
                   .key = key,
                   .value = value,
                   .message = message,
                   .allowed = allowed});
  }

  void check_keys(const toml::table& table, const std::vector<std::string>& known, const std::string& parent) {
    for (const auto& [name, node] : table) {
      const std::string key(name.str());
      if (std::ranges::find(known, key) != known.end()) continue;
      const auto near = nearest(key, known);
      add(&node, parent + key, "", near ? "unknown key; did you mean " + parent + *near + "?" : "unknown key",
          joined(known));
    }
  }

  std::vector<BatchRun> read_runs(const toml::table& document) {
    const toml::node* const node = document.get("run");
    const toml::array* const list = node == nullptr ? nullptr : node->as_array();
    if (list == nullptr || list->empty()) {
      add(node, "run", "", node == nullptr ? "is missing: there is nothing to run" : "is no list of runs",
          "[[run]] once for each run");
      return {};
    }
    std::vector<BatchRun> runs;
    for (const toml::node& one : *list) {
      if (const toml::table* const table = one.as_table()) {
        runs.push_back(read_run(*table));
      } else {
        add(&one, "run", toml_text(one), "is no table", "[[run]] once for each run");
      }
    }
    return runs;
  }

  BatchRun read_run(const toml::table& table) {
    check_keys(table, {"name", "scenario", "command", "set"}, "run.");
    BatchRun run{.name = text_at(table, "name").value_or(""),
                 .command = table.contains("command") ? text_at(table, "command").value_or("") : "run",
                 .scenario = text_at(table, "scenario").value_or(""),
                 .sets = {}};
    if (!run.command.empty() && std::ranges::find(kBatchCommands, run.command) == kBatchCommands.end())
      add(table.get("command"), "run.command", run.command, "is no command of a batch", joined(kBatchCommands));
    if (run.scenario.is_relative()) run.scenario = std::filesystem::path(file_).parent_path() / run.scenario;
    if (const toml::node* const set = table.get("set")) read_set(*set, run);
    return run;
  }

  void read_set(const toml::node& set, BatchRun& run) {
    const toml::table* const table = set.as_table();
    if (table == nullptr) {
      add(&set, "run.set", toml_text(set), "is no table", "{ \"plan.gap\" = 0.02 }");
      return;
    }
    for (const NamedNode& value : values_by_line(*table))
      run.sets.push_back(value.key + "=" + toml_text(*value.node));
  }

  std::optional<std::string> text_at(const toml::table& table, const char* key) {
    const toml::node* const node = table.get(key);
    const std::string name = std::string("run.") + key;
    if (node == nullptr) {
      add(&table, name, "", "is missing");
      return std::nullopt;
    }
    auto text = node->value_exact<std::string>();
    if (!text || text->empty()) {
      add(node, name, toml_text(*node), "is no text, or an empty one");
      return std::nullopt;
    }
    return text;
  }

  std::vector<MatrixAxis> read_matrix(const toml::table& document) {
    const toml::node* const node = document.get("matrix");
    if (node == nullptr) return {};
    const toml::table* const table = node->as_table();
    if (table == nullptr) {
      add(node, "matrix", toml_text(*node), "is no table of lists");
      return {};
    }
    std::vector<MatrixAxis> axes;
    for (const NamedNode& value : values_by_line(*table)) {
      const toml::array* const list = value.node->as_array();
      if (list == nullptr || list->empty()) {
        add(value.node, "matrix." + value.key, toml_text(*value.node), "is no list of values", "e.g. [1, 10, 50]");
        continue;
      }
      MatrixAxis axis{.key = value.key, .values = {}, .words = {}};
      for (const toml::node& one : *list) {
        axis.values.push_back(toml_text(one));
        axis.words.push_back(word_of(one));
      }
      axes.push_back(std::move(axis));
    }
    return axes;
  }

  std::vector<BatchRun> multiplied(std::vector<BatchRun> runs, const std::vector<MatrixAxis>& axes) {
    for (const MatrixAxis& axis : axes) {
      if (runs.size() * axis.values.size() > kMostRuns) {
        add(nullptr, "matrix", "", fmt::format("gives more than {} runs", kMostRuns));
        return {};
      }
      std::vector<BatchRun> product;
      for (const BatchRun& run : runs) {
        for (std::size_t i = 0; i < axis.values.size(); ++i) {
          BatchRun& one = product.emplace_back(run);
          std::string key = axis.key;
          std::erase(key, '"');
          one.name += fmt::format("__{}={}", key, axis.words[i]);
          one.sets.push_back(axis.key + "=" + axis.values[i]);
        }
      }
      runs = std::move(product);
    }
    return runs;
  }

  void check_names(const std::vector<BatchRun>& runs) {
    std::map<std::string, int> times;
    for (const BatchRun& run : runs) {
      const std::string& name = run.name;
      const bool has_control = std::ranges::any_of(name, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
      if (name.front() == '.' || name.find_first_of("/\\") != std::string::npos || has_control)
        add(nullptr, "run.name", name, "cannot be the name of a folder", "no / or \\, no . at the beginning");
      if (name.size() > kLongestName)
        add(nullptr, "run.name", name, "is too long for the name of a folder", fmt::format("{} bytes", kLongestName));
      if (++times[name] == 2) add(nullptr, "run.name", name, "is the name of two runs", "a name of its own for each");
    }
  }
};

}  // namespace

std::vector<BatchRun> read_batch_manifest(const std::filesystem::path& file) {
  gis::Problems problems;
  const auto text = gis::read_input_file(file, problems);
  problems.throw_if_any();
  return ManifestReader(file.string()).read(parse_toml(*text, file.string()));
}

}  // namespace phusong::scenario
