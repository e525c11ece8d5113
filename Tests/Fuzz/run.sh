#!/usr/bin/env bash
# Builds the fuzz targets apart from all other builds and runs each for the given seconds.
# What they learn stays in .build/fuzz/corpus; an input that stops a reader, in .build/fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
program=.build/release/originpress

# gold cannot link the sanitizer's debug information, so lld does.
ORIGINPRESS_FUZZ=1 swift build --scratch-path .build/fuzz --product Fuzz \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld >.build/fuzz.log 2>&1 ||
  { tail -n 20 .build/fuzz.log >&2; exit 1; }

# Starts a corpus from the files that the reader is made for.
seed() {
  case $1 in
    json | certificate) for form in C RCEP H G; do $program sample $form >"$2/$form.json"; done ;;
    layout) for file in Layouts/*/*/layout.yaml; do cp "$file" "$2/${file//\//-}"; done ;;
    yaml | policy) cp Layouts/policy/*.yaml "$2" ;;
    site) cp Layouts/policy/site.yaml "$2" ;;
    printer) cp printers/*.yaml "$2" ;;
    cbor | cose) printf '\xa2\x01\x02\x03\x04' >"$2/map"; printf '\x84\x4aabcdefghij\xa0\x40\x58\x40' >"$2/cose" ;;
    base32) printf 'HTTPS://CHECK.EXAMPLE.ORG/V/QRFKEAJGARCAIBAF' >"$2/link" ;;
    note) printf 'log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\xe2\x80\x94 log AAAAAAAA\n' >"$2/note" ;;
    tile) printf '\0\1a' >"$2/one" ;;
    pdf) for form in C RCEP; do
      $program sample $form >"$2/form.json" && $program render "$2/form.json" -o "$2/$form.pdf"
    done ;;
    signature) openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=x \
      -keyout /dev/null -outform DER -out "$2/certificate" 2>/dev/null ;;
    ipp) printf '\1\1\0\13\0\0\0\1\1\107\0\22attributes-charset\0\5utf-8\3' >"$2/request"
      printf '%%PDF-1.4\n1 0 obj\n<< /Type /Page >>\nendobj\n' >"$2/pages"; printf 'RaS2' >"$2/raster" ;;
    escp) for device in generic-24pin generic-24pin-escp2; do
      $program sample L >"$2/form.json" && $program render "$2/form.json" -o "$2/$device.prn" --device $device
    done ;;
    picture) printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR' >"$2/png"; printf '\xff\xd8\xff\xc0' >"$2/jpeg" ;;
  esac
}

targets=$(sed -nE 's/^  case ([a-zA-Z0-9]+)$/\1/p' Tests/Fuzz/Target.swift)
mkdir -p .build/fuzz/found
failed=()
for target in $targets; do
  corpus=.build/fuzz/corpus/$target
  mkdir -p "$corpus"
  seed "$target" "$corpus"
  log=.build/fuzz/$target.log
  # Leaks are not looked for: the check cannot follow lazily made globals, and calls them leaks.
  # An interactive backtrace would wait for a person, hence no standard input and no backtrace.
  if ORIGINPRESS_FUZZ_TARGET=$target SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
    .build/fuzz/debug/Fuzz \
    -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 \
    -artifact_prefix=".build/fuzz/found/$target-" "$corpus" </dev/null >"$log" 2>&1; then
    printf '%-10s %s\n' "$target" "$(grep '^Done' "$log")"
  else
    printf '%-10s stopped; see %s and .build/fuzz/found\n' "$target" "$log"
    failed+=("$target")
  fi
done
[ ${#failed[@]} -eq 0 ] || { echo "failed: ${failed[*]}" >&2; exit 1; }
