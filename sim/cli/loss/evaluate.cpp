#include "sim/cli/loss/evaluate.h"

#include <oneapi/tbb/parallel_for.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "sim/cli/loss/models.h"

namespace phusong::loss {
namespace {

using nlohmann::json;
using Reply = nlohmann::ordered_json;  // fields in the order in which they are written

constexpr std::size_t kBlockLines = 1024;

Reply violations_of(const Answer& answer) {
  Reply texts = Reply::array();
  for (const propagation::Violation& violation : answer.violations)
    texts.push_back(violation.text());
  return texts;
}

void add_refusal(const Answer& answer, Reply& reply) {
  std::string message = "out of the model's limits";
  for (const propagation::Violation& violation : answer.violations)
    message += "; " + violation.text();
  reply["violations"] = violations_of(answer);
  reply["error"] = message;
}

void add_values(const Values& values, Reply& reply) {
  for (const auto& [name, value] : values)
    std::visit([&, key = std::string(name)](const auto& content) { reply[key] = content; }, value);
}

void add_answer(const Answer& answer, Reply& reply) {
  if (answer.loss_db) reply["loss_db"] = *answer.loss_db;
  if (answer.in_columns) add_values(answer.intermediates, reply);
  reply["violations"] = violations_of(answer);
  reply["intermediates"] = Reply::object();
  add_values(answer.intermediates, reply["intermediates"]);
}

bool is_refused(const Answer& answer) {
  return answer.refused || (answer.loss_db && !std::isfinite(*answer.loss_db));
}

/// Refuses brackets nested so deep that reading or writing them would exhaust the stack.
void check_nesting(std::string_view text) {
  constexpr int kDeepest = 100;
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\') {
      ++i;
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string && (c == '[' || c == '{')) {
      if (++depth > kDeepest) throw FieldError("brackets are nested more than " + std::to_string(kDeepest) + " deep");
    } else if (!in_string && (c == ']' || c == '}')) {
      --depth;
    }
  }
}

// Fills the reply; throws what is wrong with the request.
bool answer_into(const json& request, Reply& reply) {
  if (!request.is_object()) throw FieldError("a request is a JSON object");
  if (request.contains("id")) reply["id"] = request["id"];
  const Fields fields(request);
  const std::string name = fields.text_or("model", "");
  if (name.empty()) throw FieldError("model is missing");
  Model& model = model_named(name);
  reply["model"] = name;
  const Answer answer = model(fields);
  if (is_refused(answer)) {
    add_refusal(answer, reply);
    return false;
  }
  add_answer(answer, reply);
  return true;
}

std::string dumped(const Reply& reply) {
  return reply.dump(-1, ' ', false, Reply::error_handler_t::replace);
}

}  // namespace

Line evaluate_line(std::string_view request, std::size_t number) {
  Reply reply = {{"id", nullptr}};
  const std::string where = "line " + std::to_string(number) + ": ";
  try {
    check_nesting(request);
    const bool answered = answer_into(json::parse(request), reply);
    return {.text = dumped(reply), .failed = !answered};
  } catch (const json::parse_error& error) {
    reply["error"] = where + "not JSON from character " + std::to_string(error.byte) + " on";
  } catch (const std::exception& error) {
    reply["error"] = where + error.what();
  }
  return {.text = dumped(reply), .failed = true};
}

Count evaluate_lines(std::istream& in, std::ostream& out) {
  struct Request {
    std::string text;
    std::size_t number;
  };
  Count count;
  std::size_t number = 0;
  std::vector<Request> requests;
  std::vector<Line> answers;
  while (in) {
    requests.clear();
    for (std::string text; requests.size() < kBlockLines && std::getline(in, text);) {
      ++number;
      if (text.find_first_not_of(" \t\r") != std::string::npos) requests.push_back({std::move(text), number});
    }
    answers.assign(requests.size(), {});
    oneapi::tbb::parallel_for(std::size_t{0}, requests.size(),
                              [&](std::size_t i) { answers[i] = evaluate_line(requests[i].text, requests[i].number); });
    for (const Line& answer : answers) {
      out << answer.text << '\n';
      if (answer.failed) ++count.failed;
    }
    count.requests += answers.size();
  }
  return count;
}

}  // namespace phusong::loss
