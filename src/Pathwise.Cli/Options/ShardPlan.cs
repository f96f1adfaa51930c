using System.Globalization;
using Pathwise.Analyses;
using Pathwise.Tables;

namespace Pathwise.Cli.Options;

/// <summary>The fingerprint of work that is done in shards.</summary>
internal static class ShardPlan
{
    /// <summary>Of an analysis, numbers that follow from its data to the last bit, and what else decides a digit.</summary>
    /// <exception cref="InputException">The data can be read only once, so that no other shard has the same.</exception>
    public static string Of(Analysis analysis, IEnumerable<double> numbers, string others = "")
    {
        var key = analysis.Key ?? throw new InputException($"--shard: the data can be read only once ({analysis.Cases?.Path ?? analysis.Moments?.Path}); give a file that every shard can read.");
        return Checksum.Of($"{key}|{string.Join(",", numbers.Select(number => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture)))}|{others}");
    }
}
