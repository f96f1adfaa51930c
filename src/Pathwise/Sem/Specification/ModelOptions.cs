using Pathwise.Surveys;

namespace Pathwise.Sem.Specification;

/// <summary>How a syntax is completed to a parameter table; the defaults are those of lavaan's <c>sem()</c>.</summary>
[TypeFormatterSource]
public sealed record ModelOptions
{
    /// <summary>The set of defaults.</summary>
    public ModelDefaults Defaults { get; init; }

    /// <summary>Latent variables are scaled by variances of one instead of first loadings of one.</summary>
    public bool StdLv { get; init; }

    /// <summary>Covariances among latent variables that the syntax does not name are zero.</summary>
    public bool Orthogonal { get; init; }

    /// <summary>Moments of exogenous observed variables are held at their sample values.</summary>
    public bool FixedX { get; init; } = true;

    /// <summary>
    /// Whether means are modelled; null lets the model decide: growth curves, several groups, or equal intercepts or means.
    /// An intercept in the syntax always asks for means.
    /// </summary>
    public bool? MeanStructure { get; init; }

    /// <summary>Observed intercepts that the syntax does not name are free; null: as the set of defaults has it.</summary>
    public bool? FreeObservedIntercepts { get; init; }

    /// <summary>Latent means that the syntax does not name are free; null: as the set of defaults has it.</summary>
    public bool? FreeLatentMeans { get; init; }

    /// <summary>The first loading of each latent variable is one; null: unless <see cref="StdLv"/>.</summary>
    public bool? FixFirstLoading { get; init; }

    /// <summary>The residual variance of a factor's only indicator is zero; null: as the set of defaults has it.</summary>
    public bool? FixSingleIndicator { get; init; }

    /// <summary>Variances that the syntax does not name are free; null: as the set of defaults has it.</summary>
    public bool? AutoVariances { get; init; }

    /// <summary>Exogenous latent variables covary; null: as the set of defaults has it.</summary>
    public bool? AutoExogenousCovariances { get; init; }

    /// <summary>Residuals of variables that predict nothing covary; null: as the set of defaults has it.</summary>
    public bool? AutoEndogenousCovariances { get; init; }

    /// <summary>
    /// Observed variables whose values are ordered categories of normal responses behind them; the single word <c>all</c> stands for every one that
    /// the model explains or measures by. Thresholds in the syntax make their variable ordered, too.
    /// </summary>
    public IReadOnlyList<string> Ordered { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>What fixes the unit of the responses behind ordered variables.</summary>
    public Parameterization Parameterization { get; init; }

    /// <summary>What is taken from the factors of products of observed variables (<c>x:w</c>) before they are multiplied.</summary>
    public ProductCentre Center { get; init; }

    /// <summary>The categorical variables among the model's, each with its coded columns.</summary>
    public IReadOnlyList<CategoryCoding> Codings { get; init => field = ValueList.Of(value); } = ValueList.Of<CategoryCoding>([]);

    /// <summary>Kinds of parameters that are equal over groups.</summary>
    public IReadOnlyList<GroupEquality> GroupEqual { get; init => field = ValueList.Of(value); } = ValueList.Of<GroupEquality>([]);

    /// <summary>Parameters exempt from <see cref="GroupEqual"/>, written as in the syntax: <c>f=~x2</c>, <c>x1~1</c>.</summary>
    public IReadOnlyList<string> GroupPartial { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);
}
