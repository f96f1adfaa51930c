using System.Globalization;

namespace Pathwise.Cli.Console;

/// <summary>The shell script that submits a command to Slurm as an array of tasks, with a merge after it, and that the tasks run themselves.</summary>
internal sealed record BatchScript(ScriptKind Kind, IReadOnlyList<string> Command)
{
    /// <summary>The first and the last index of the array.</summary>
    public required (int First, int Last) Range { get; init; }

    /// <summary>At most so many tasks at a time; null for as many as Slurm likes.</summary>
    public required int? Throttle { get; init; }

    /// <summary>Processors of a task.</summary>
    public required int Cpus { get; init; }

    /// <summary>The folder of the shards and of the result.</summary>
    public required string Parts { get; init; }

    /// <summary>Options for sbatch, as they stand.</summary>
    public required string? Submit { get; init; }

    /// <summary>Options for the merge, as they stand.</summary>
    public required string? Merge { get; init; }

    /// <summary>How the nodes call the program.</summary>
    public required string Program { get; init; }

    private int Count => Range.Last - Range.First + 1;

    private string Line => string.Join(' ', Command.Select(Quoted));

    /// <summary>The script.</summary>
    public string ToText() => $$"""
        #!/bin/sh
        # {{What}}, made by 'pathwise slurm script':
        #   pathwise {{Line.ReplaceLineEndings(" ")}}
        # sh FILE         submits the tasks that are lacking{{(HasMerge ? ", and a merge after them" : "")}}; again, what failed or was cut short
        # sh FILE list    prints which tasks are lacking
        # sh FILE task    does the work of one task of the array{{(HasMerge ? "\n# sh FILE merge   merges" : "")}}
        set -eu
        pathwise={{Quoted(Program)}}
        parts={{Quoted(Parts)}}

        lacking() {
        {{Indented(Lacking)}}
        }

        case ${1:-submit} in
        submit)
            mkdir -p "$parts/log"
            tasks=$(lacking)
            job=
            if [ -n "$tasks" ]; then
                job=$(sbatch --parsable --array="$tasks{{(Throttle is { } most ? $"%{Number(most)}" : "")}}" --job-name=pathwise-{{Command[0]}} --cpus-per-task={{Number(Cpus)}} --output="$parts/log/%A_%a.txt"{{(Submit is null ? "" : $" {Submit}")}} "$0" task)
                job=${job%%;*}
                echo "array $job: $tasks"
            fi
        {{Indented(Submission)}}
            ;;
        list)
            lacking
            ;;
        task)
        {{Indented(Task)}}
            ;;
        {{(HasMerge ? $"merge)\n{Indented(Merging)}\n    ;;\n" : "")}}*)
            echo "expected submit, list, task{{(HasMerge ? " or merge" : "")}}, not $1" >&2
            exit 2
            ;;
        esac

        """.ReplaceLineEndings("\n");

    private bool HasMerge => Kind != ScriptKind.Seeds;

    private string What => Kind == ScriptKind.Seeds ? $"The seeds {Number(Range.First)} to {Number(Range.Last)} of a synthesis" : $"{Number(Count)} shards and their merge";

    // The merge begins whether or not all tasks succeed, and says what is lacking; a task that waits forever says nothing.
    private string Submission => !HasMerge ? "[ -n \"$job\" ] || echo \"all tasks are done\"" : $$"""
        job=$(sbatch --parsable ${job:+--dependency=afterany:$job} --job-name=pathwise-merge --output="$parts/log/merge-%j.txt"{{(Submit is null ? "" : $" {Submit}")}} "$0" merge)
        echo "merge ${job%%;*}"
        """;

    private string Lacking => Kind switch
    {
        ScriptKind.Shards => $"\"$pathwise\" slurm missing \"$parts\" --shards {Number(Count)}",
        ScriptKind.Multiverse => $"echo {(Count == 1 ? "1" : $"1-{Number(Count)}")}",
        _ => $$"""
            seed={{Number(Range.First)}}
            list=
            while [ "$seed" -le {{Number(Range.Last)}} ]; do
                [ -e "$parts/seed-$seed.csv" ] || list="${list:+$list,}$seed"
                seed=$((seed + 1))
            done
            echo "$list"
            """,
    };

    private string Task => Kind switch
    {
        ScriptKind.Shards => $"exec \"$pathwise\" {Line} --threads {Number(Cpus)} --shard /{Number(Count)} --out \"$parts/\"",
        ScriptKind.Multiverse => $"exec \"$pathwise\" {Line} --threads {Number(Cpus)} --shard /{Number(Count)}",
        _ => $"exec \"$pathwise\" {Line} --threads {Number(Cpus)} --seed \"$SLURM_ARRAY_TASK_ID\" --out \"$parts/seed-$SLURM_ARRAY_TASK_ID.csv\"",
    };

    private string Merging => Kind == ScriptKind.Multiverse
        ? $"exec \"$pathwise\" multiverse merge {Quoted(Folder)}{(Merge is null ? "" : $" {Merge}")}"
        : $$"""
        "$pathwise" {{Command[0]}} merge "$parts"{{(Merge is null ? "" : $" {Merge}")}} > "$parts/result.partial"
        mv "$parts/result.partial" "$parts/result"
        """;

    // The folder that a multiverse writes to.
    private string Folder => Command.Select((word, i) => word == "--out" && i + 1 < Command.Count ? Command[i + 1] : word.StartsWith("--out=", StringComparison.Ordinal) ? word["--out=".Length..] : null).FirstOrDefault(each => each is not null)
        ?? throw new InputException("COMMAND: multiverse run needs --out DIR, where its shards are merged.");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Indented(string lines) => string.Join('\n', lines.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length > 0 ? $"    {line}" : line));

    // A word as a shell reads it back, whatever stands in it.
    private static string Quoted(string word) => word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./,:=+%@".Contains(letter))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
