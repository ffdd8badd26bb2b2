#include "sim/optimisation/milp/lp_file.h"

#include <doctest/doctest.h>

#include "sim/optimisation/milp/solve.h"
#include "tests/optimisation/milp/cbc_command.h"
#include "tests/optimisation/milp/small_models.h"

using namespace phusong::milp;
using namespace phusong::tests;

TEST_CASE("a model is written with exact numbers, limits on both sides, and bounds of every kind") {
  const Model model{.variables = {{.name = "built_1", .upper = 1.0, .cost = 0.1, .integer = true},
                                  {.name = "slack_1", .lower = -kInfinity, .upper = 4.5},
                                  {.name = "level_1", .lower = -kInfinity, .cost = -1.0 / 3.0},
                                  {.name = "fixed_1", .lower = 2.0, .upper = 2.0}},
                    .rows = {{.name = "both_1", .lower = 1.0, .upper = 2.0, .terms = {{0, 1.0}, {2, -1.5}}}}};
  CHECK(lp_text(model) ==
        "Minimize\n"
        " objective: + 0.1 built_1 - 0.3333333333333333 level_1\n"
        "Subject To\n"
        " both_1_least: + 1 built_1 - 1.5 level_1 >= 1\n"
        " both_1_most: + 1 built_1 - 1.5 level_1 <= 2\n"
        "Bounds\n"
        " 0 <= built_1 <= 1\n"
        " -inf <= slack_1 <= 4.5\n"
        " level_1 free\n"
        " fixed_1 = 2\n"
        "Generals\n"
        " built_1\n"
        "End\n");
}

TEST_CASE("names that the format does not take are changed, and stay apart") {
  const Model model{.variables = {{.name = "trạm 1"}, {.name = "trạm-1"}, {.name = "e1"}, {.name = "free"}}};
  const std::string text = lp_text(model);
  for (const char* const name : {"tr___m_1 >=", "tr___m_1_1 >=", "n_e1 >=", "n_free >="})
    CHECK_MESSAGE(text.find(name) != std::string::npos, name << " in\n" << text);
}

TEST_CASE("long sums are wrapped over lines") {
  const std::string text = lp_text(random_cover(1, 200, 3));
  std::size_t longest = 0, begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin))
    longest = std::max(longest, end - begin);
  CHECK(longest < 250);
}

TEST_CASE("the cbc command reads a written model and finds the same optimum") {
  if (!has_cbc_command("the cbc command reads a written model and finds the same optimum")) return;
  for (const Model& model : {knapsack(), triangle_cover(), random_cover(5, 60, 40)})
    CHECK(cbc_command_optimum(lp_text(model)) == doctest::Approx(solve(model, {}).objective));
}
