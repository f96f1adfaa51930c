using Pathwise.Shards;
using Xunit;

namespace Pathwise.Tests.Shards;

public sealed class ArrayTaskTests
{
    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=8 SLURM_ARRAY_TASK_COUNT=8", 3, 8)]
    [InlineData("SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_COUNT=8", 1, 8)]
    [InlineData("SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_COUNT=8", 8, 8)]
    [InlineData("SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_MIN=4 SLURM_ARRAY_TASK_MAX=17 SLURM_ARRAY_TASK_COUNT=2", 4, null)]
    [InlineData("SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=17 SLURM_ARRAY_TASK_COUNT=3", 1, null)]
    [InlineData("PBS_ARRAY_INDEX=2", 2, null)]
    [InlineData("SGE_TASK_ID=2 SGE_TASK_FIRST=1 SGE_TASK_LAST=5", 2, 5)]
    [InlineData("SGE_TASK_ID=2 SGE_TASK_FIRST=2 SGE_TASK_LAST=5", 2, null)]
    [InlineData("LSB_JOBINDEX=2 LSB_JOBINDEX_END=9", 2, 9)]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX=0 AWS_BATCH_JOB_ARRAY_SIZE=6", 1, 6)]
    [InlineData("JOB_COMPLETION_INDEX=5", 6, null)]
    [InlineData("JOB_COMPLETION_INDEX=5 JOB_COMPLETIONS=6", 6, 6)]
    [InlineData("PARALLEL_SEQ=5", 5, null)]
    [InlineData("PARALLEL_SEQ=5 SGE_TASK_ID=undefined LSB_JOBINDEX=0", 5, null)]
    public void Of_VariablesOfASchedulers_AreRead(string variables, int index, int? count)
    {
        var task = ArrayTask.Of("--shard", Environment(variables));
        Assert.Equal((index, count), (task.Index, task.Count));
    }

    [Fact]
    public void Of_SeveralSchedulers_IsRefused() => Assert.Contains(
        "SLURM_ARRAY_TASK_ID=2, PARALLEL_SEQ=5",
        Assert.Throws<InputException>(() => ArrayTask.Of("--shard", Environment("SLURM_ARRAY_TASK_ID=2 PARALLEL_SEQ=5"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Whole_PartOfAnArray_AsksForTheNumberOfShards() => Assert.Contains(
        "expected --shard /K",
        Assert.Throws<InputException>(() => ArrayTask.Of("--shard", Environment("SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_MIN=4 SLURM_ARRAY_TASK_COUNT=1")).Whole("--shard")).Message,
        StringComparison.Ordinal);

    private static Func<string, string?> Environment(string variables)
    {
        var values = variables.Split(' ').Select(each => each.Split('=')).ToDictionary(each => each[0], each => each[1], StringComparer.Ordinal);
        return values.GetValueOrDefault;
    }
}
