using System.Globalization;

namespace Pathwise.Shards;

/// <summary>A task of an array of tasks, as its scheduler tells it by variables of the environment.</summary>
/// <param name="Index">Which task it is, counted from 1.</param>
/// <param name="Count">Of how many; null where the scheduler does not say, or where some of the array alone were submitted.</param>
/// <param name="Variable">The variable that says which one.</param>
internal sealed record ArrayTask(int Index, int? Count, string Variable)
{
    // Slurm, PBS Pro, Torque, Grid Engine, LSF, AWS Batch, Kubernetes' indexed jobs, GNU parallel.
    private static readonly Scheduler[] Schedulers =
    [
        new("SLURM_ARRAY_TASK_ID", 1, "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_MAX", "SLURM_ARRAY_TASK_COUNT"),
        new("PBS_ARRAY_INDEX", 1),
        new("PBS_ARRAYID", 1),
        new("SGE_TASK_ID", 1, "SGE_TASK_FIRST", "SGE_TASK_LAST"),
        new("LSB_JOBINDEX", 1, null, "LSB_JOBINDEX_END"),
        new("AWS_BATCH_JOB_ARRAY_INDEX", 0, Size: "AWS_BATCH_JOB_ARRAY_SIZE"),
        new("JOB_COMPLETION_INDEX", 0, Size: "JOB_COMPLETIONS"),
        new("PARALLEL_SEQ", 1),
    ];

    /// <summary>The task that the environment tells of.</summary>
    /// <exception cref="InputException">It tells of none, or of several that differ.</exception>
    public static ArrayTask Of(string option, Func<string, string?> environment)
    {
        // Schedulers set their variable to 0, "undefined" or nothing in jobs that are no arrays; GNU parallel may run inside a task of another.
        ArrayTask[] tasks = [.. Schedulers.Select(each => each.Task(environment)).OfType<ArrayTask>()];
        return tasks switch
        {
            [var only] => only,
            [] => throw new InputException($"{option}: the environment tells of no task of an array ({string.Join(", ", Schedulers.Select(each => each.Index))}); expected k/K as 3/20."),
            _ => throw new InputException($"{option}: the environment tells of several arrays ({string.Join(", ", tasks.Select(each => $"{each.Variable}={each.Index}"))}); expected k/K as 3/20."),
        };
    }

    /// <summary>The shard where also the number of tasks is known.</summary>
    /// <exception cref="InputException">It is not known.</exception>
    public Shard Whole(string option) => Count is { } count
        ? Shard.Checked(option, "auto", Index, count)
        : throw new InputException($"{option}: {Variable} says that this is task {Index}, and nothing says of how many; expected {option} /K with the number of shards.");

    private sealed record Scheduler(string Index, int Base, string? First = null, string? Last = null, string? Size = null)
    {
        public ArrayTask? Task(Func<string, string?> environment)
        {
            if (Read(environment, Index) is not { } index)
                return null;
            int? first = Read(environment, First), last = Read(environment, Last), size = Read(environment, Size);

            // An array that begins at 0 is counted from 0; a later part of one, submitted again, does not say how long the whole was.
            var begin = first == 0 ? 0 : Base;
            var count = first is null || first == begin ? (last - begin + 1) ?? size : null;
            return size is not null && count != size ? new(index - begin + 1, null, Index) : index < begin ? null : new(index - begin + 1, count, Index);
        }

        private static int? Read(Func<string, string?> environment, string? variable) =>
            variable is not null && int.TryParse(environment(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
