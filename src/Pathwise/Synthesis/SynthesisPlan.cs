using Pathwise.Auditing.Reported;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Specification;

namespace Pathwise.Synthesis;

/// <summary>Targets prepared for the search: tables of the models, statistics as functions, bounds as effects.</summary>
internal sealed class SynthesisPlan
{
    public SynthesisPlan(SynthesisTargets targets)
    {
        Targets = targets;
        Adds = ["", .. targets.Targets.Select(target => target.Adds).Where(text => text.Length > 0).Distinct()];
        Tables = [.. Adds.Select(targets.Table)];
        Models = [.. Tables.Select(Compile)];
        Names = Tables[0].ObservedVariables;
        Items = Names.Count;
        var functions = new StatisticFunctions(this);
        Checked = [.. targets.Targets.Where(t => !t.Kind.IsBootstrap() && !t.Kind.IsFactOfTheSyntax()).Select(t => Prepare(t, functions.Of(t)))];
        Statistics = [.. Checked.Where(statistic => statistic.Target.Kind != TargetKind.SecondEigenvalue)];
        FineAims = [.. Statistics.Select(statistic => new Aim(statistic.Lower, statistic.Upper, statistic.Unit, IsSteep: true))];
        Bounds = [.. targets.Targets.Where(t => t.Kind.IsBootstrap()).Select(t => new Bound(t, Structural(t.From), Structural(t.Of)))];
    }

    public SynthesisTargets Targets { get; }

    /// <summary>Lines added to the syntax: none for the model, then those of the fuller models.</summary>
    public IReadOnlyList<string> Adds { get; }

    /// <summary>The model's table, then the fuller models'.</summary>
    public IReadOnlyList<ParameterTable> Tables { get; }

    /// <summary>The same, compiled for fitting very often.</summary>
    public IReadOnlyList<CovarianceModel> Models { get; }

    public IReadOnlyList<string> Names { get; }

    public int Items { get; }

    /// <summary>The exact statistics that the search aims at.</summary>
    public IReadOnlyList<Statistic> Statistics { get; }

    /// <summary>All exact statistics: those of the search, and those that are only checked at the end because they cost too much.</summary>
    public IReadOnlyList<Statistic> Checked { get; }

    /// <summary>Aims in units of the last printed digit.</summary>
    public Aim[] FineAims { get; }

    public IReadOnlyList<Bound> Bounds { get; }

    /// <summary>How many of the search's statistics miss their printed text.</summary>
    public int Missed(double[] values) => Statistics.Where((statistic, k) => !statistic.IsMetBy(values[k])).Count();

    /// <summary>The place in <see cref="Tables"/> of the model with these lines added.</summary>
    public int PlaceOf(string adds) => Adds.ToList().IndexOf(adds);

    public bool IsReversed(int item) => Targets.Reversed.Contains(Names[item]);

    /// <summary>Degrees of freedom of a model, by its place in <see cref="Tables"/>.</summary>
    public int DegreesOfFreedom(int model) => (Items * (Items + 1) / 2) - Tables[model].FreeCount + Tables[model].Constraints.Count;

    /// <summary>The target of a kind that stands for the whole model, if there is one.</summary>
    public Target? Find(TargetKind kind) => Targets.Targets.FirstOrDefault(target => target.Kind == kind);

    /// <summary>The printed number of such a target, when it is an equality.</summary>
    public double? Printed(TargetKind kind) =>
        Find(kind) is { Printed.Relation: Relation.Equal } target ? (double)target.Printed.Value : null;

    /// <summary>The printed difference of chi-squares of a fuller model, by its place in <see cref="Tables"/>.</summary>
    public double? DifferenceOf(int model) => Targets.Targets
        .FirstOrDefault(target => target.Kind == TargetKind.ChiSquareDifference && target.Adds == Adds[model]) is { } found
            ? (double)found.Printed.Value : null;

    /// <summary>The place of a variable among the structural ones: latent, or observed and part of a regression.</summary>
    public int Structural(string name) => Models[0].IndexOfStructural(name) is >= 0 and var place
        ? place
        : throw new InputException($"{Targets.Source}: '{name}' is not a latent variable or part of a regression of the model. It has: {string.Join(", ", Models[0].Structural)}.");

    /// <summary>The row of a model's table that a text such as <c>f =~ x</c> names.</summary>
    public Parameter Row(string text, int model)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        return Tables[model].Rows.FirstOrDefault(row => row.Lhs + row.Operator.Text() + row.Rhs == compact)
            ?? throw new InputException($"{Targets.Source}: the model has no parameter '{text}'.");
    }

    private CovarianceModel Compile(ParameterTable table) => CovarianceModelCompiler.TryCompile(table, out var whyNot)
        ?? throw new InputException($"{Targets.Source}: the model cannot be synthesized, it has {whyNot}; expected one group and covariances alone.");

    private static Statistic Prepare(Target target, Func<Reading, double> value)
    {
        var range = target.Printed.Range;
        var unit = target.Printed.Relation == Relation.Equal ? target.Printed.HalfUnit : 0.005;
        return new Statistic(target, value, range.Lower, range.Upper, unit);
    }
}
