#pragma once

#include "sim/cli/command.h"

// One function a subcommand, each in the file of its name; registry.cpp lists them.
namespace phusong::cli {

int run_batch(const Invocation& invocation);
int run_calibrate(const Invocation& invocation);
int run_check(const Invocation& invocation);
int run_compare(const Invocation& invocation);
int run_coverage(const Invocation& invocation);
int run_data_fetch(const Invocation& invocation);
int run_data_hamlets(const Invocation& invocation);
int run_init(const Invocation& invocation);
int run_import(const Invocation& invocation);
int run_link(const Invocation& invocation);
int run_loss(const Invocation& invocation);
int run_plan(const Invocation& invocation);
int run_report(const Invocation& invocation);
int run_run(const Invocation& invocation);
int run_sunset(const Invocation& invocation);
int run_synth(const Invocation& invocation);

}  // namespace phusong::cli
