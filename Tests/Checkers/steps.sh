#!/usr/bin/env bash
# Runs make targets one after the other, all of them even after a failure, and ends with a summary.
# Exits 1 when any of them failed.
set -uo pipefail

summary=()
failures=0
for step in "$@"; do
  started=$SECONDS
  if ${MAKE:-make} --no-print-directory "$step"; then
    verdict=passed
  else
    verdict=FAILED
    failures=$((failures + 1))
  fi
  summary+=("$(printf '%-16s %s in %d s' "$step" "$verdict" $((SECONDS - started)))")
done
printf '\n%s\n' '--- summary ---' "${summary[@]}"
[ $failures -eq 0 ] && echo "all $# steps passed" || { echo "$failures of $# steps failed"; exit 1; }
