using MathNet.Numerics.LinearAlgebra;
using Pathwise.Tables;

namespace Pathwise.Sem.Moments;

/// <summary>
/// Means and covariances of one group's observed variables: p names, a p x p covariance whose divisor is stated, p means
/// (null when only covariances are known) and, when they are known, the n x p cases themselves (NaN where missing).
/// </summary>
[TypeFormatterSource]
public sealed class SampleMoments
{
    private readonly Lazy<bool> hasMissing;
    private readonly Lazy<IReadOnlyList<MissingPattern>> patterns;
    private readonly Lazy<FourthOrderMoments> withMeans, withoutMeans;

    private SampleMoments()
    {
        hasMissing = new(() => Cases is not null && Cases.Exists(double.IsNaN));
        patterns = new(() => MissingPatterns.Of(this));
        withMeans = new(() => FourthOrderMoments.Of(Cases!, true));
        withoutMeans = new(() => FourthOrderMoments.Of(Cases!, false));
    }

    /// <summary>The group's label; empty when there is one group.</summary>
    public required string Group { get; init; }

    /// <summary>Names of the variables, in the order of means, covariances and columns of the cases.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Number of cases used.</summary>
    public required int Count { get; init; }

    /// <summary>Means of the p variables, or null when they are not known.</summary>
    public required Vector<double>? Means { get; init; }

    /// <summary>
    /// Covariances of the p variables, symmetric, with <see cref="Divisor"/>. With cases that miss values these are the
    /// moments of the complete pattern only as the maker says: see <see cref="OfCases"/>.
    /// </summary>
    public required Matrix<double> Covariance { get; init; }

    /// <summary>What the covariances were divided by.</summary>
    public required Divisor Divisor { get; init; }

    /// <summary>The n x p cases, NaN where missing, or null when only moments are known.</summary>
    public required Matrix<double>? Cases { get; init; }

    /// <summary>Where the cases stand in the data that they were read from; null when the sample was made otherwise.</summary>
    public SampleOrigin? Origin { get; private init; }

    /// <summary>
    /// Where variables are ordered, the statistics that models are fitted to; means and covariances are then those of the responses behind them, with mean
    /// zero and variance one. Null where all variables are continuous.
    /// </summary>
    internal ResponseStatistics? Responses { get; private init; }

    /// <summary>What was added to each variance; see <see cref="WithRidge"/>.</summary>
    internal double Ridge { get; private init; }

    /// <summary>What the moments were estimated by before any model, where estimation has two stages; else null.</summary>
    internal FirstStage? FirstStage { get; private init; }

    /// <summary>The sample that resamples are drawn from: with the variables that a first stage needs besides its own.</summary>
    internal SampleMoments Drawn => FirstStage?.Whole ?? this;

    /// <summary>True when a case misses a value.</summary>
    public bool HasMissing => hasMissing.Value;

    /// <summary>The fourth-order moments of complete cases, with those of the means or without; computed once.</summary>
    internal FourthOrderMoments FourthOrder(bool hasMeans) => (hasMeans ? withMeans : withoutMeans).Value;

    /// <summary>The cases, sorted by the variables that they have; sorted once.</summary>
    internal IReadOnlyList<MissingPattern> Patterns => patterns.Value;

    /// <summary>
    /// Moments of complete n x p cases, or of cases with missing values (NaN): then means and covariances are pairwise
    /// and serve as starting point only.
    /// </summary>
    public static SampleMoments OfCases(
        IReadOnlyList<string> names, Matrix<double> cases, Divisor divisor, string group = "")
    {
        Check(names, cases.ColumnCount);
        if (cases.RowCount < 2)
            throw new InputException($"{Where(group)} has {cases.RowCount} usable cases; at least 2 are needed.") { Lack = SampleLack.Size };
        return new()
        {
            Group = group,
            Names = [.. names],
            Count = cases.RowCount,
            Means = CaseMoments.Means(cases),
            Covariance = CaseMoments.Covariance(cases, divisor),
            Divisor = divisor,
            Cases = cases.Clone(),
        };
    }

    /// <summary>Moments that were published or computed elsewhere: p x p covariances with their divisor, p means or null.</summary>
    public static SampleMoments OfCovariance(
        IReadOnlyList<string> names,
        Matrix<double> covariance,
        int count,
        Vector<double>? means = null,
        Divisor divisor = Divisor.CountLessOne,
        string group = "")
    {
        Check(names, covariance.ColumnCount);
        if (covariance.RowCount != names.Count || (means is not null && means.Count != names.Count))
            throw new InputException($"{Where(group)} has {names.Count} names, {covariance.RowCount} rows of covariances and {means?.Count ?? 0} means.");
        if (count < 2)
            throw new InputException($"{Where(group)} has {count} cases; at least 2 are needed.");
        return new()
        {
            Group = group,
            Names = [.. names],
            Count = count,
            Means = means?.Clone(),
            Covariance = (covariance + covariance.Transpose()) / 2,
            Divisor = divisor,
            Cases = null,
        };
    }

    /// <summary>The sample of the responses behind ordered variables and of continuous ones, from its cases.</summary>
    internal SampleMoments WithResponses(Matrix<double> covariance, Vector<double> means, ResponseStatistics responses) => new()
    {
        Group = Group, Names = Names, Count = Count, Means = means,
        Covariance = covariance, Divisor = Divisor.CountLessOne, Cases = Cases, Origin = Origin, Responses = responses,
    };

    /// <summary>The same sample with its covariances divided as asked.</summary>
    public SampleMoments With(Divisor divisor)
    {
        if (divisor == Divisor)
            return this;
        var factor = divisor == Divisor.Count ? (Count - 1.0) / Count : Count / (Count - 1.0);
        return new()
        {
            Group = Group, Names = Names, Count = Count, Means = Means,
            Covariance = Covariance * factor, Divisor = divisor, Cases = Cases, Origin = Origin, Ridge = Ridge * factor,
        };
    }

    /// <summary>The same cases with the moments of these variables that a first stage has found, divided by the number of cases.</summary>
    internal SampleMoments After(FirstStage stage) => new()
    {
        Group = Group, Names = Names, Count = Count, Means = stage.Search.Moments.Means!.SubVector(0, Names.Count),
        Covariance = stage.Search.Moments.Covariance.SubMatrix(0, Names.Count, 0, Names.Count), Divisor = Divisor.Count, Cases = Cases, Origin = Origin, FirstStage = stage,
    };

    /// <summary>The same sample, known to come from these cases of the data.</summary>
    internal SampleMoments From(SampleOrigin? origin) => new()
    {
        Group = Group, Names = Names, Count = Count, Means = Means,
        Covariance = Covariance, Divisor = Divisor, Cases = Cases, Origin = origin, Ridge = Ridge, FirstStage = FirstStage,
    };

    /// <summary>Moments of the values that there are: each covariance over the cases that have both variables, unbiased, times (n - 1) / n.</summary>
    internal SampleMoments Pairwise() => Cases is null
        ? this
        : OfCovariance(Names, CaseMoments.Covariance(Cases, Divisor.CountLessOne) * ((Count - 1.0) / Count), Count, Means, Divisor.Count, Group);

    /// <summary>The same sample with these variables alone, in this order.</summary>
    public SampleMoments Select(IReadOnlyList<string> names)
    {
        var at = names.Select(IndexOf).ToArray();
        return new()
        {
            Group = Group,
            Names = [.. names],
            Count = Count,
            Means = Means is null ? null : Vector<double>.Build.Dense(at.Length, i => Means[at[i]]),
            Covariance = Matrix<double>.Build.Dense(at.Length, at.Length, (i, j) => Covariance[at[i], at[j]]),
            Divisor = Divisor,
            Cases = Cases is null ? null : Matrix<double>.Build.Dense(Cases.RowCount, at.Length, (i, j) => Cases[i, at[j]]),
            Origin = Origin,
            Ridge = Ridge,
        };
    }

    /// <summary>The sample of the variables with a multiple of constants, one for each, added.</summary>
    internal SampleMoments Plus(IReadOnlyList<double> constants, double factor) => new()
    {
        Group = Group,
        Names = Names,
        Count = Count,
        Means = Means?.MapIndexed((i, mean) => mean + (factor * constants[i]), Zeros.Include),
        Covariance = Covariance,
        Divisor = Divisor,
        Cases = Cases?.MapIndexed((_, i, value) => value + (factor * constants[i]), Zeros.Include),
        Origin = Origin,
        Ridge = Ridge,
        FirstStage = FirstStage,
    };

    /// <summary>The same sample with this number, and no other, added to each variance; its cases stay as they are.</summary>
    internal SampleMoments WithRidge(double ridge) => ridge == Ridge ? this : new()
    {
        Group = Group, Names = Names, Count = Count, Means = Means,
        Covariance = Covariance + Matrix<double>.Build.DenseDiagonal(Names.Count, ridge - Ridge), Divisor = Divisor, Cases = Cases, Origin = Origin, Ridge = ridge, FirstStage = FirstStage,
    };

    /// <summary>Position of a variable, counted from 0.</summary>
    public int IndexOf(string name)
    {
        var at = Names.TakeWhile(other => other != name).Count();
        return at < Names.Count
            ? at
            : throw new InputException(NearestName.Complaint("the sample", name, Names));
    }

    private static void Check(IReadOnlyList<string> names, int columns)
    {
        if (names.Count != columns)
            throw new InputException($"The sample has {columns} columns and {names.Count} names.");
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"The sample has the variable {twice.Key} twice.");
    }

    internal static string Where(string group) => group.Length == 0 ? "The sample" : $"Group {group}";
}
