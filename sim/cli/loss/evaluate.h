#pragma once

#include <cstddef>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>

namespace phusong::loss {

/// The answer to one request, as a line of JSON.
struct Line {
  std::string text;
  bool failed = false;  ///< the answer is an error
};

/// Never throws for what the request says: a request that is wrong is answered with its error. `number` counts from 1
/// and names the line where it has no id.
Line evaluate_line(std::string_view request, std::size_t number);

struct Count {
  std::size_t requests = 0;
  std::size_t failed = 0;
};

/// Answers each line of `in` with one of `out`, in order; empty lines are passed over. Works on blocks of lines in
/// parallel.
Count evaluate_lines(std::istream& in, std::ostream& out);

}  // namespace phusong::loss
