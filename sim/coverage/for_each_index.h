#pragma once

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cstddef>

namespace phusong::coverage {

/// Calls `body` for each index below `count` on all threads, one index a task.
template <class Body>
void for_each_index(std::size_t count, const Body& body) {
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 1), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end(); ++i)
      body(i);
  });
}

}  // namespace phusong::coverage
