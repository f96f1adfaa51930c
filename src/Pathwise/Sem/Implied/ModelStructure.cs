using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Implied;

/// <summary>
/// Which row of a parameter table sits in which cell of the model matrices, for each group. Observed variables that take
/// part in regressions stand among the latent ones too, measured by themselves without error (LISREL's all-y form).
/// </summary>
internal sealed class ModelStructure
{
    private ModelStructure(
        ParameterTable table, IReadOnlyList<string> latents, IReadOnlyList<IReadOnlyList<ModelCell>> groups)
    {
        Table = table;
        Latents = latents;
        Groups = groups;
        FreeCount = table.FreeCount;
        Responses = ResponseLayout.Of(table, latents);
    }

    /// <summary>The table.</summary>
    public ParameterTable Table { get; }

    /// <summary>The p observed variables: rows of Lambda.</summary>
    public IReadOnlyList<string> Observed => Table.ObservedVariables;

    /// <summary>The m columns of Lambda: the latent variables, then the observed ones that stand among them.</summary>
    public IReadOnlyList<string> Latents { get; }

    /// <summary>The cells of each group, the ones of Lambda that carry observed variables over included.</summary>
    public IReadOnlyList<IReadOnlyList<ModelCell>> Groups { get; }

    /// <summary>Length of the vector of free parameters.</summary>
    public int FreeCount { get; }

    /// <summary>The ordered variables and their thresholds; null where all variables are continuous.</summary>
    public ResponseLayout? Responses { get; }

    /// <summary>True when means are modelled.</summary>
    public bool HasMeans => Table.HasMeanStructure;

    /// <summary>Lays out the rows of a table.</summary>
    public static ModelStructure Of(ParameterTable table)
    {
        string[] latents = [.. table.LatentVariables, .. PromotedVariables.Of(table)];
        var layout = new CellLayout(table.ObservedVariables, latents);
        var groups = Enumerable.Range(1, table.GroupCount).Select(group => layout.Cells(table, group)).ToArray();
        return new(table, latents, groups);
    }

    /// <summary>The same structure with the sample's values in the cells that hold moments of exogenous variables.</summary>
    public ModelStructure With(IReadOnlyList<SampleMoments> samples)
    {
        var groups = Groups.Select((cells, g) => (IReadOnlyList<ModelCell>)[.. cells.Select(cell => Filled(cell, samples[g]))]);
        return new(Table, Latents, groups.ToArray());
    }

    /// <summary>
    /// The same structure with the cells that hold covariances of exogenous variables taken from a vector too, behind the free parameters, in
    /// the order of <paramref name="moments"/>: for samples that change often.
    /// </summary>
    public ModelStructure WithFreeMoments(out IReadOnlyList<Parameter> moments)
    {
        var rows = new List<Parameter>();
        ModelCell Freed(ModelCell cell)
        {
            if (cell.Free >= 0 || !double.IsNaN(cell.Fixed))
                return cell;
            rows.Add(Table.Rows[cell.TableRow]);
            return cell with { Free = FreeCount + rows.Count - 1 };
        }

        IReadOnlyList<ModelCell>[] groups = [.. Groups.Select(cells => (IReadOnlyList<ModelCell>)[.. cells.Select(Freed)])];
        moments = rows;
        return new(Table, Latents, groups);
    }

    /// <summary>
    /// The same structure with zero for the moments of covariates: what it implies is then of the other variables, given that covariates are zero. Itself
    /// where all variables are continuous.
    /// </summary>
    public ModelStructure GivenCovariates()
    {
        if (Responses is not { Covariates.Length: > 0 })
            return this;
        var groups = Groups.Select(cells => (IReadOnlyList<ModelCell>)[.. cells.Select(cell => cell.TableRow >= 0 && Table.Rows[cell.TableRow].IsSampleMoment ? cell with { Fixed = 0 } : cell)]);
        return new(Table, Latents, groups.ToArray());
    }

    private ModelCell Filled(ModelCell cell, SampleMoments sample)
    {
        if (cell.Free >= 0 || !double.IsNaN(cell.Fixed))
            return cell;
        var row = Table.Rows[cell.TableRow];
        var i = sample.IndexOf(row.Lhs);
        return row.Operator == Operator.Intercept
            ? cell with { Fixed = sample.Means![i] }
            : cell with { Fixed = sample.Covariance[i, sample.IndexOf(row.Rhs)] };
    }
}
