using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Parallel;

namespace Pathwise.Psychometrics;

/// <summary>What the data are compared with.</summary>
public enum ParallelKind
{
    /// <summary>Independent normal variables (Horn 1965).</summary>
    Normal,

    /// <summary>The same answers, each item shuffled on its own, so that their distributions are kept (Buja and Eyuboglu 1992).</summary>
    Shuffled,
}

/// <summary>Which eigenvalues are compared.</summary>
public enum ParallelModel
{
    /// <summary>Principal components: of the correlations.</summary>
    Components,

    /// <summary>Common factors: of the correlations with squared multiple correlations in the diagonal (Humphreys and Ilgen 1969).</summary>
    Factors,
}

/// <summary>
/// Parallel analysis: the eigenvalues of the items against those of data of the same size in which nothing is shared.
/// A component counts as long as it and all before it exceed the reference.
/// </summary>
[TypeFormatterSource]
public sealed class ParallelAnalysis
{
    private ParallelAnalysis(IReadOnlyList<ParallelEigenvalue> eigenvalues) => Eigenvalues = eigenvalues;

    /// <summary>One row for each eigenvalue, in descending order.</summary>
    public IReadOnlyList<ParallelEigenvalue> Eigenvalues { get; }

    /// <summary>The number of resamples.</summary>
    public required int Replicates { get; init; }

    /// <summary>The seed of the resamples.</summary>
    public required long Seed { get; init; }

    /// <summary>What the data were compared with.</summary>
    public required ParallelKind Kind { get; init; }

    /// <summary>Which eigenvalues were compared.</summary>
    public required ParallelModel Model { get; init; }

    /// <summary>What the correlations were of.</summary>
    public required CorrelationBasis Basis { get; init; }

    /// <summary>How many exceed the mean of the reference (Horn 1965).</summary>
    public int CountByMean => Eigenvalues.TakeWhile(row => row.Observed > row.ReferenceMean).Count();

    /// <summary>How many exceed the 95th percentile of the reference (Glorfeld 1995).</summary>
    public int CountByPercentile => Eigenvalues.TakeWhile(row => row.Observed > row.ReferencePercentile).Count();

    internal static ParallelAnalysis Of(CompleteCases cases, string source, int replicates, long seed, ParallelKind kind, ParallelModel model, CorrelationBasis basis)
    {
        if (replicates < 2)
            throw new InputException($"{replicates} data sets to compare with; expected at least 2.");
        if (basis == CorrelationBasis.Responses && kind == ParallelKind.Normal)
            throw new InputException("Correlations of responses are compared with those of shuffled answers: normal variables have no categories. Expected the kind Shuffled.");
        var values = cases.Values;
        var observed = Spectrum(BasisCorrelation.Of(cases, basis, source), model);
        var drawn = Pieces.Map(replicates, r => Spectrum(BasisCorrelation.Of(Reference(values, seed, r, kind), basis), model));
        var rows = observed.Select((value, i) =>
        {
            var reference = drawn.Select(spectrum => spectrum[i]).Order().ToArray();
            return new ParallelEigenvalue(i + 1, value, Univariate.Mean(reference), Quantiles.Type7(reference, 0.95));
        });
        return new ParallelAnalysis(rows.ToArray()) { Replicates = replicates, Seed = seed, Kind = kind, Model = model, Basis = basis };
    }

    private static double[] Spectrum(Matrix<double> correlation, ParallelModel model)
    {
        if (model == ParallelModel.Factors)
            correlation.SetDiagonal(MultipleCorrelation.Squared(correlation));
        return Psychometrics.Eigenvalues.Of(correlation);
    }

    private static Matrix<double> Reference(Matrix<double> values, long seed, int replicate, ParallelKind kind)
    {
        var stream = RandomStream.For(seed, replicate);
        if (kind == ParallelKind.Normal)
            return Matrix<double>.Build.Dense(values.RowCount, values.ColumnCount, (_, _) => stream.NextNormal());
        var orders = Enumerable.Range(0, values.ColumnCount).Select(_ => Resample.Permutation(values.RowCount, stream)).ToArray();
        return Matrix<double>.Build.Dense(values.RowCount, values.ColumnCount, (i, j) => values[orders[j][i], j]);
    }
}

/// <summary>An eigenvalue of the items, with the mean and the 95th percentile of the same eigenvalue where nothing is shared.</summary>
[TypeFormatterSource]
public sealed record ParallelEigenvalue(int Number, double Observed, double ReferenceMean, double ReferencePercentile);
