#include "tiny_failures.h"

namespace phusong::tests {

using analysis::FailureKind;

analysis::Resilience tiny_failures() {
  return {.outcomes = {{.event = {.kind = FailureKind::kSite,
                                  .id = "S1",
                                  .mast = 0,
                                  .masts_off = {0},
                                  .position = {448000.0, 2489000.0}},
                        .by_operator = {{.operator_name = "Viettel", .loss = {.hamlets = {1}, .people = 200}}},
                        .any_operator = {}},
                       {.event = {.kind = FailureKind::kFibre,
                                  .id = "S1",
                                  .mast = 0,
                                  .masts_off = {0},
                                  .position = {448000.0, 2489000.0}},
                        .by_operator = {{.operator_name = "Viettel", .loss = {}}},
                        .any_operator = {}},
                       {.event = {.kind = FailureKind::kGrid,
                                  .id = "Bắc",
                                  .mast = std::nullopt,
                                  .masts_off = {0},
                                  .position = {449000.0, 2489000.0}},
                        .by_operator = {{.operator_name = "Viettel", .loss = {.hamlets = {0, 1}, .people = 1300}},
                                        {.operator_name = "VNPT", .loss = {}}},
                        .any_operator = {.hamlets = {0}, .people = 1100}}},
          .worst_first = {2, 0}};
}

}  // namespace phusong::tests
