using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>What is bounded of the parameters of a group, and by which of its variances.</summary>
internal sealed class BoundedRows
{
    private readonly ParameterTable table;
    private readonly int group;
    private readonly Parameter[] loadings;
    private readonly HashSet<string> indicators, explained;
    private readonly Dictionary<string, int> observed;
    private readonly Dictionary<string, string> markers;

    /// <summary>The group of this number, counted from 1.</summary>
    public BoundedRows(ParameterTable table, int group)
    {
        (this.table, this.group) = (table, group);
        loadings = [.. Rows(Operator.Loading)];
        indicators = [.. loadings.Select(row => row.Rhs)];
        explained = [.. indicators, .. Rows(Operator.Regression).Select(row => row.Lhs)];
        observed = table.ObservedVariables.Index().ToDictionary(each => each.Item, each => each.Index);
        markers = loadings.Where(row => row is { IsFree: false, FixedValue: 1 }).GroupBy(row => row.Lhs).Where(each => each.Count() == 1).ToDictionary(each => each.Key, each => each.First().Rhs);
    }

    /// <summary>Variances, loadings of observed indicators, and covariances of variables that have variances.</summary>
    public IEnumerable<BoundedRow> All
    {
        get
        {
            var variances = Rows(Operator.Covariance).Where(row => row.Lhs == row.Rhs).ToDictionary(row => row.Lhs, Variance);
            var covariances = Rows(Operator.Covariance).Where(row => row.Lhs != row.Rhs && variances.ContainsKey(row.Lhs) && variances.ContainsKey(row.Rhs));
            return
            [
                .. variances.Values,
                .. loadings.Where(row => observed.ContainsKey(row.Rhs)).Select(row => Latent(row, row.Lhs, BoundedPart.Loading) with { Variable = observed[row.Rhs] }),
                .. covariances.Select(row => new BoundedRow(row.Free - 1, group - 1, BoundedPart.Covariance) { Of = new(variances[row.Lhs], variances[row.Rhs]) }),
            ];
        }
    }

    private IEnumerable<Parameter> Rows(Operator of) => table.Rows.Where(row => row.Group == group && row.Operator == of);

    private BoundedRow Variance(Parameter row) => observed.TryGetValue(row.Lhs, out var variable)
        ? new(row.Free - 1, group - 1, BoundedPart.Observed) { Variable = variable, IsMarker = markers.ContainsValue(row.Lhs) }
        : Latent(row, row.Lhs, BoundedPart.Latent);

    private BoundedRow Latent(Parameter row, string name, BoundedPart part) => new(row.Free - 1, group - 1, part)
    {
        Marker = markers.TryGetValue(name, out var marker) && observed.TryGetValue(marker, out var place) ? place : -1,
        HasUnitVariance = table.Options.StdLv && Rows(Operator.Covariance).Any(each => each.Lhs == name && each.Rhs == name && !each.IsFree),
        IsExplained = explained.Contains(name),
    };
}

/// <summary>Which of the parts that have ranges of their own a parameter belongs to.</summary>
internal enum BoundedPart
{
    /// <summary>A variance of an observed variable, or of its residual.</summary>
    Observed,

    /// <summary>A variance of a latent variable, or of its residual.</summary>
    Latent,

    /// <summary>A loading of an observed variable.</summary>
    Loading,

    /// <summary>A covariance.</summary>
    Covariance,
}

/// <summary>A parameter with bounds: its position among the free ones or -1, its group, counted from 0, and its part.</summary>
internal sealed record BoundedRow(int Free, int Group, BoundedPart Part)
{
    /// <summary>The observed variable whose variance it is of, or that is loaded.</summary>
    public int Variable { get; init; } = -1;

    /// <summary>True where that variable gives a latent one its unit.</summary>
    public bool IsMarker { get; init; }

    /// <summary>The observed variable that gives the latent one its unit; -1 where none does.</summary>
    public int Marker { get; init; } = -1;

    /// <summary>True where the latent variable is scaled by a variance of one.</summary>
    public bool HasUnitVariance { get; init; }

    /// <summary>True where others explain or indicate the latent variable.</summary>
    public bool IsExplained { get; init; }

    /// <summary>The variances of the two variables of a covariance.</summary>
    public BoundedPair? Of { get; init; }
}

/// <summary>The rows of two variances.</summary>
internal readonly record struct BoundedPair(BoundedRow First, BoundedRow Second);
