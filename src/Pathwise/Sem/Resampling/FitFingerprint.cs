using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>What tells one fit from another: its model, its sample, how it was estimated, and the estimates, to the last bit.</summary>
internal static class FitFingerprint
{
    /// <summary>A SHA-256 hash, 32 bytes.</summary>
    public static byte[] Of(FitResult fit)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var options = fit.Options;
        Add(hash, $"{options.Estimator}|{options.Likelihood}|{options.Missing}|{options.Information}|{options.MaximumIterations}|{options.EmptyCells}");
        if (options.Bounds != BoundsKind.None)
            Add(hash, $"{options.Bounds.Text()}");
        if (options.Ridge != 0)
            Add(hash, $"{options.Ridge:R}");
        foreach (var row in fit.Table.Rows)
            Add(hash, $"{row.Group}|{row.Lhs}|{row.Operator}|{row.Rhs}|{row.Label}|{row.Free}|{row.FixedValue:R}|{row.IsSampleMoment}");
        foreach (var sample in fit.Sample)
            Add(hash, sample);
        Add(hash, fit.Values);
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, SampleMoments sample)
    {
        Add(hash, $"{sample.Group}|{sample.Count}|{sample.Divisor}|{string.Join('|', sample.Names)}");
        Add(hash, sample.Covariance.ToRowMajorArray());
        Add(hash, sample.Means ?? Enumerable.Empty<double>());
        Add(hash, sample.Cases?.ToRowMajorArray() ?? []);
    }

    private static void Add(IncrementalHash hash, FormattableString text) =>
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture) + "\n"));

    private static void Add(IncrementalHash hash, IEnumerable<double> numbers)
    {
        foreach (var number in numbers)
            hash.AppendData(BitConverter.GetBytes(BitConverter.DoubleToInt64Bits(number)));
    }
}
