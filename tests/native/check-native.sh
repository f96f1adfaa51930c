#!/usr/bin/env bash
# Publishes a small program on the engine twice, with the JIT and compiled ahead of time, for every instruction set of this machine and
# for the lowest one, runs all and compares their output bit by bit. Warnings of the engine's own code are faults. Takes minutes, and a C
# linker; the tests of the repository do not need it.
# Usage: tests/native/check-native.sh
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# A copy, since a restore for one platform would write into the lock files.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/src" "$folder/tests/native"
cp -r "$root/src/Pathwise" "$root"/src/*.props "$folder/src/" && cp -r "$here/Study" "$folder/tests/native/" || exit 1
cp "$root"/Directory.*.props "$root/global.json" "$root/.editorconfig" "$folder/" || exit 1
rm -f "$folder/src/Pathwise/packages.lock.json"
cd "$folder/tests/native/Study" || exit 1
command -v clang >/dev/null && linker=clang || linker=gcc
case $(uname -m) in aarch64 | arm64) platform=linux-arm64 ;; *) platform=linux-x64 ;; esac

publish() { # name, options...
    local name=$1
    shift
    dotnet publish -nologo -v q -r "$platform" --artifacts-path "$folder/artifacts-$name" -o "$folder/$name" -p:RunAnalyzers=false "$@" >"$folder/$name.log" 2>&1 ||
        { echo "$name: not published"; tail -n 20 "$folder/$name.log"; exit 1; }
    printf '%-8s published in %s s, %s kB\n' "$name" "$SECONDS" "$(du -k "$folder/$name/Study" | cut -f 1)"
    SECONDS=0
}

SECONDS=0
faults=0
publish jit --self-contained false
publish native -p:Native=true -p:Linker=$linker -p:IlcInstructionSet=native
publish lowest -p:Native=true -p:Linker=$linker
if grep -h "$folder/src/Pathwise/.*warning" "$folder"/*.log | sort -u | grep .; then faults=1; fi
for name in jit native lowest; do
    "$folder/$name/Study" >"$folder/$name.txt" || { echo "$name: failed"; faults=1; }
done
for name in native lowest; do
    if diff "$folder/jit.txt" "$folder/$name.txt" >"$folder/$name.diff"; then
        printf '%-8s the same bits as the JIT, %s numbers\n' "$name" "$(wc -l <"$folder/$name.txt")"
    else
        printf '%-8s differs from the JIT in %s of %s numbers\n' "$name" "$(grep -c '^>' "$folder/$name.diff")" "$(wc -l <"$folder/jit.txt")"
        head -n 10 "$folder/$name.diff"
        faults=1
    fi
done
[ "$faults" -eq 0 ]
