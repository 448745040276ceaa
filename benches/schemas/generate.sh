#!/usr/bin/env bash
# Makes the code of the formats whose compilers are not built with the benchmarks: run it after changing a .fbs or .capnp.
#
#   cargo install planus-cli --version 1.3.0
#   cargo install capnpc --version 0.27.0      and Cap'n Proto's own `capnp`, 0.9 or later
#
# Planus could run in build.rs, but its parser generator would take longer to build than all other peers together.
set -euo pipefail
cd "$(dirname "$0")"
for set in log market mesh save telemetry updates; do
  planus rust --output "generated/${set}_flatbuffers.rs" "$set.fbs"
done
capnp compile -o rust:generated ./*.capnp
