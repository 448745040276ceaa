#!/usr/bin/env bash
# Counts the instructions of the codec's hottest paths, and compares two states of the code.
#
#   benches/callgrind.sh                  the last commit, and the files as they are now
#   benches/callgrind.sh BASE             the commit BASE, and the files as they are now
#   benches/callgrind.sh BASE HEAD        two commits
#
# Each commit is built in a git worktree of its own under target/callgrind. Both must have benches/kernels. Needs
# valgrind; counts are exact for a compiler and a machine, so a change of a percent is a change.
set -euo pipefail

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
work=$root/target/callgrind
base=${1:-HEAD}
head=${2:-}
mkdir -p "$work"
command -v valgrind >/dev/null || { echo "callgrind.sh needs valgrind" >&2; exit 1; }

# build DIR NAME: the kernels of the workspace in DIR, as $work/NAME. Each in a folder of its own: cargo tells packages by their place
# in a workspace and by when files changed, so in one folder it would take what it built of one tree for that of the other.
build() {
  (cd "$1" && CARGO_TARGET_DIR=$work/build-$2 cargo build --quiet --release --locked -p stillwire-kernels)
  cp "$work/build-$2/release/stillwire-kernels" "$work/$2"
}

# build_commit COMMIT NAME
build_commit() {
  local commit tree=$work/tree-$2
  commit=$(git -C "$root" rev-parse --verify --quiet "$1^{commit}") || { echo "there is no commit $1" >&2; exit 1; }
  if [ -e "$tree/.git" ]; then
    git -C "$tree" checkout --quiet --force --detach "$commit"
  else
    rm -rf "$tree"
    git -C "$root" worktree prune
    git -C "$root" worktree add --quiet --force --detach "$tree" "$commit"
  fi
  build "$tree" "$2"
}

# count NAME KERNEL: its instructions.
count() {
  local out=$work/$1.$2.out
  valgrind --tool=callgrind --callgrind-out-file="$out" --collect-atstart=no --toggle-collect='*stillwire_kernels::counted*' \
    "$work/$1" "$2" >/dev/null 2>"$out.log" || { cat "$out.log" >&2; exit 1; }
  sed -n 's/^summary: \([0-9]*\).*/\1/p; s/^totals: \([0-9]*\).*/\1/p' "$out" | tail -1
}

build_commit "$base" base
if [ -n "$head" ]; then
  build_commit "$head" head
else
  build "$root" head
fi

printf '%-16s %14s %14s %9s\n' kernel "${base:0:14}" "${head:-now}" change
for kernel in $("$work/head"); do
  new=$(count head "$kernel")
  # A kernel that the older state does not have yet is shown alone.
  if "$work/base" | grep -qx "$kernel"; then
    old=$(count base "$kernel")
    change=$(awk -v old="$old" -v new="$new" 'BEGIN { printf "%+.2f%%", (new - old) * 100 / old }')
  else
    old=- change=-
  fi
  printf '%-16s %14s %14s %9s\n' "$kernel" "$old" "$new" "$change"
done
