#!/usr/bin/env bash
# Packs the library, the tool and the template, and uses them as a stranger would: from a folder of packages, in an empty home, outside this checkout.
# The packages that they depend on are taken from the caller's folder of packages, so that no network is asked. Takes minutes; the tests of
# the repository do not need it.
# Usage: tests/packages/check-packages.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
feed=$work/feed
known=${NUGET_PACKAGES:-$HOME/.nuget/packages}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
faults=0

say() { printf '%-66s %s\n' "$1" "$2"; }

expect() { # what is checked, what its output must hold (nothing: anything), command...
    local what=$1 text=$2
    shift 2
    if "$@" >"$work/out" 2>&1 </dev/null && { [ -z "$text" ] || grep -qF -- "$text" "$work/out"; }; then say "$what" ok; else say "$what" FAILED; tail -n 5 "$work/out"; faults=$((faults + 1)); fi
}

refuse() { # what is refused, what the reason must hold, command...
    local what=$1 text=$2
    shift 2
    if "$@" >"$work/out" 2>&1 </dev/null; then say "$what" "FAILED: nothing was refused"; faults=$((faults + 1))
    elif grep -qF -- "$text" "$work/out"; then say "$what" ok
    else say "$what" FAILED; tail -n 5 "$work/out"; faults=$((faults + 1)); fi
}

pack() { # version, projects...: in a copy of the outputs, so that the checkout's own stay
    local version=$1
    shift
    for project in "$@"; do
        dotnet pack "$root/$project" -c Release -v q -p:Version="$version" -p:RunAnalyzers=false --artifacts-path "$work/build" -o "$feed" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }
    done
}

notebook() { # file, source of its cells...
    local file=$1
    shift
    python3 - "$file" "$@" <<'PYTHON'
import json, sys
cells = [{"cell_type": "code", "id": f"c{i}", "metadata": {}, "execution_count": None, "outputs": [], "source": source} for i, source in enumerate(sys.argv[2:])]
kernel = {"kernelspec": {"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"}}
json.dump({"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": cells}, open(sys.argv[1], "w"))
PYTHON
}

members() { unzip -l "$1" | awk '{print $4}'; }

version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$root/Directory.Build.props")
next=$version.1
pack "$version" src/Pathwise src/Pathwise.Reporting src/Pathwise.Export src/Pathwise.Cli templates/package
for name in Pathwise Pathwise.Reporting Pathwise.Export Pathwise.Tool; do
    for member in README.md icon.png; do expect "$name $version has $member" "$member" members "$feed/$name.$version.nupkg"; done
    expect "$name $version names its licence" '<license type="expression">MIT' unzip -p "$feed/$name.$version.nupkg" "$name.nuspec"
    expect "$name $version has symbols" .pdb members "$feed/$name.$version.snupkg"
done
for member in content/study/.template.config/template.json content/study/.config/dotnet-tools.json content/study/.reuse/dep5 content/study/LICENSE content/study/notebooks/08-inference.ipynb; do
    expect "Pathwise.Templates $version has $member" "$member" members "$feed/Pathwise.Templates.$version.nupkg"
done
expect "Pathwise.Reporting asks for Pathwise of the same version" "id=\"Pathwise\" version=\"[$version]\"" unzip -p "$feed/Pathwise.Reporting.$version.nupkg" Pathwise.Reporting.nuspec

# A stranger's home and folder: the feed, and what the caller has restored before.
mkdir -p "$work/home" "$work/study"
cat >"$work/study/nuget.config" <<CONFIG
<configuration>
  <packageSources><clear /><add key="feed" value="$feed" /></packageSources>
  <fallbackPackageFolders><add key="known" value="$known" /></fallbackPackageFolders>
</configuration>
CONFIG
unset NUGET_PACKAGES
export HOME=$work/home DOTNET_CLI_HOME=$work/home XDG_DATA_HOME=$work/home/.local/share JUPYTER_DATA_DIR=$work/home/jupyter
tools=$HOME/.dotnet/tools
cp "$root"/data/examples/political-democracy.* "$work/study"
cd "$work/study"

expect "dotnet tool install" "successfully installed" dotnet tool install --global Pathwise.Tool --version "$version"
expect "pathwise fit" "CFI" "$tools/pathwise" fit political-democracy.lav --data political-democracy.csv

cat >program.cs <<PROGRAM
#:package Pathwise@$version
#:property PublishAot=false
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

var fit = ModelSpecification.Read("political-democracy.lav").Fit(DataTable.Read("political-democracy.csv"));
Console.WriteLine(FormattableString.Invariant(\$"chi-square {fit.Test().Value:0.000}, df {fit.DegreesOfFreedom()}"));
PROGRAM
expect "#:package Pathwise in a file-based program" "chi-square" dotnet run program.cs
sed 's/^/    /' "$work/out"

fit='using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
var fit = ModelSpecification.Read("political-democracy.lav").Fit(DataTable.Read("political-democracy.csv"));
FormattableString.Invariant($"chi-square {fit.Test().Value:0.000}, df {fit.DegreesOfFreedom()}")'
notebook own.ipynb "#r \"nuget: Pathwise, $version\"
$fit"
expect "#r \"nuget: Pathwise, $version\" in a notebook" "$(tail -n 1 "$work/out")" sh -c "'$tools/pathwise' notebook run --in-place own.ipynb && cat own.ipynb"
notebook reporting.ipynb "#r \"nuget: Pathwise.Reporting\"
$fit" 'fit'
expect "#r \"nuget: Pathwise.Reporting\" shows a fit as tables" "<table" sh -c "'$tools/pathwise' notebook run --in-place reporting.ipynb && cat reporting.ipynb"
notebook report.ipynb "#r \"nuget: Pathwise.Export, $version\"
using Pathwise.Export;
$fit;
fit.WriteReport(\"paper\")"
expect "#r \"nuget: Pathwise.Export\" writes a report and shows its files" "tables.docx" sh -c "'$tools/pathwise' notebook run --in-place report.ipynb && test -f paper/tables.docx && cat report.ipynb"
notebook other.ipynb '#r "nuget: Pathwise, 99.0.0"'
refuse "#r \"nuget: Pathwise, 99.0.0\" is refused" "this is Pathwise $version" "$tools/pathwise" notebook run --in-place other.ipynb
mkdir -p packed && cat >packed/Thing.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><PackageId>Some.Thing</PackageId></PropertyGroup></Project>
PROJECT
echo 'namespace Some { public static class Thing { public static int Answer => 42; } }' >packed/Thing.cs
expect "another package is packed" "" dotnet pack packed -v q -o "$feed"
notebook foreign.ipynb '#r "nuget: Some.Thing, 1.0.0"' 'Some.Thing.Answer + 1'
expect "#r \"nuget: Some.Thing, 1.0.0\" is restored from the feed" '>43<' sh -c "'$tools/pathwise' notebook run --in-place foreign.ipynb && cat foreign.ipynb"

expect "dotnet new install" "pathwise-study" dotnet new install "Pathwise.Templates@$version"
expect "dotnet new pathwise-study" "Change into the folder" dotnet new pathwise-study -o trust --title "Trust in suppliers" --by "Jo Doe"
expect "the study has its title and its author" "  - name: \"Jo Doe\"" sh -c 'head -1 trust/README.md | grep -F "# Trust in suppliers" && cat trust/CITATION.cff'
expect "no place for them is left" none sh -c '! grep -rE "The (title|author) of the study" trust && echo none'
expect "its tool is restored" "pathwise.tool" sh -c "cd trust && dotnet tool restore"
expect "study check finds nothing that it lacks" "" sh -c "cd trust && dotnet pathwise study check"
sed -i 's/resamples: 2000/resamples: 100/' trust/study.yaml
expect "replicate runs all its notebooks" "" sh -c "cd trust && dotnet pathwise replicate && test -f artifacts/replication/08-inference.html"
expect "study package makes a zip" "" sh -c "cd trust && dotnet pathwise study package --out ../trust.zip && unzip -l ../trust.zip | grep -F data/study-politicaldemocracy_data.csv"

expect "kernel install" kernel.json "$tools/pathwise" kernel install --user
pack "$next" src/Pathwise.Cli
expect "dotnet tool update to $next" "$next" dotnet tool update --global Pathwise.Tool --version "$next"
if [ -d "$tools/.store/pathwise.tool/$version" ]; then say "the update removes $version" "no: it stays beside"; else say "the update removes $version" yes; fi
# The kernel's own command line, with a connection file that is none: it starts and says so.
started() { python3 - "$JUPYTER_DATA_DIR/kernels/.net-csharp/kernel.json" <<'PYTHON'
import json, os, subprocess, sys
kernel = json.load(open(sys.argv[1]))
arguments = [each.replace("{connection_file}", "no-such-file.json") for each in kernel["argv"]]
done = subprocess.run(arguments, env={**os.environ, **kernel["env"]}, capture_output=True, text=True)
print(done.returncode, done.stderr)
PYTHON
}
expect "the kernel registered before the update starts" "2 pathwise: " started

[ "$faults" -eq 0 ] && echo "everything as it should be" || { echo "$faults checks failed"; exit 1; }
