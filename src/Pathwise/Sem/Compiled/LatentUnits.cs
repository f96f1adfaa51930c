namespace Pathwise.Sem.Compiled;

/// <summary>
/// The same model with other variables giving the latent ones their units. A loading fixed at one that is small in truth sends
/// the others, and the minimiser with them, towards infinity; fixing the strongest loading instead does not. The discrepancy
/// is the same, and the estimates follow from those of the working model.
/// </summary>
internal sealed class LatentUnits
{
    private readonly CovarianceModel model;
    private readonly Unit[] units;

    private LatentUnits(CovarianceModel model, Unit[] units, CovarianceModel working)
    {
        this.model = model;
        this.units = units;
        Working = working;
    }

    /// <summary>The model to fit: in the place of each free loading that was fixed stands the one that was freed.</summary>
    public CovarianceModel Working { get; }

    /// <summary>
    /// Units chosen at estimates of the model: for each latent variable whose only fixed coefficient is a loading of one, its
    /// strongest loading, kept at its estimate. <paramref name="strength"/> is the size of a standardized loading.
    /// </summary>
    public static LatentUnits At(CovarianceModel model, ReadOnlySpan<double> values, Func<CompiledCell, double> strength)
    {
        var free = (CompiledCell[])model.Free.Clone();
        var fixedCells = model.Fixed.ToList();
        var units = new List<Unit>();
        foreach (var (latent, marker) in Scalable(model))
        {
            var strongest = Strongest(model, marker, strength);
            units.Add(new Unit(latent, marker, strongest, strongest < 0 ? 1 : values[strongest]));
            if (strongest < 0)
                continue;
            fixedCells.Remove((marker, 1));
            fixedCells.Add((model.Free[strongest], values[strongest]));
            free[strongest] = marker;
        }

        return new LatentUnits(model, [.. Ordered(model, units)], With(model, free, [.. fixedCells]));
    }

    /// <summary>Rewrites values of the model as values of the working model.</summary>
    public void ToWorking(Span<double> values, Span<double> factors)
    {
        factors.Fill(1);
        foreach (var unit in units)
        {
            // The kept loading must come out as the one that is fixed: value * f_k / f_i = kept.
            var below = Below(unit.Marker, factors);
            var replaced = unit.Replaced < 0 ? default : model.Free[unit.Replaced];
            factors[unit.Latent] = unit.Replaced < 0 ? below : unit.Kept * Below(replaced, factors) / values[unit.Replaced];
        }

        foreach (var unit in units)
        {
            if (unit.Replaced >= 0)
                values[unit.Replaced] = factors[unit.Latent] / Below(unit.Marker, factors);
        }

        for (var j = 0; j < values.Length; j++)
        {
            if (!IsReplaced(j))
                values[j] /= Factor(model.Free[j], factors);
        }
    }

    /// <summary>
    /// Rewrites values of the working model as values of the model, and writes by what each structural variable is multiplied. False
    /// when a freed loading is not positive: the model has no minimum at finite loadings on this side.
    /// </summary>
    public bool ToModel(Span<double> values, Span<double> factors)
    {
        factors.Fill(1);
        var isFinite = true;
        foreach (var unit in units)
        {
            var loading = unit.Replaced < 0 ? 1 : values[unit.Replaced];
            factors[unit.Latent] = loading * Below(unit.Marker, factors);
            isFinite &= loading > 1e-9;
        }

        foreach (var unit in units)
        {
            if (unit.Replaced >= 0)
                values[unit.Replaced] = unit.Kept;
        }

        for (var j = 0; j < values.Length; j++)
            values[j] *= Factor(model.Free[j], factors);
        return isFinite;
    }

    /// <summary>
    /// Latent variables whose scale is free but for a loading of one, with that loading: nothing else of theirs is fixed, except that
    /// they may give such a variable its unit.
    /// </summary>
    private static Dictionary<int, CompiledCell> Scalable(CovarianceModel model)
    {
        var scalable = new Dictionary<int, CompiledCell>();
        for (var latent = 0; latent < model.Table.LatentVariables.Count; latent++)
        {
            if (Fixed(model, latent).Where(each => each.Cell.Matrix <= CompiledMatrix.Beta && each.Cell.Column == latent).ToList() is [{ Value: 1 } own]
                && IsLoading(model, own.Cell) && !model.SampleMoments.Any(each => Touches(each.Cell, latent)))
                scalable.Add(latent, own.Cell);
        }

        while (scalable.Keys.Where(latent => !Fixed(model, latent).All(each => each.Value == 1 && scalable.ContainsValue(each.Cell))).ToList() is { Count: > 0 } bound)
            bound.ForEach(latent => scalable.Remove(latent));
        return scalable;
    }

    private static IEnumerable<(CompiledCell Cell, double Value)> Fixed(CovarianceModel model, int latent) =>
        model.Fixed.Where(each => Touches(each.Cell, latent));

    private static int Strongest(CovarianceModel model, CompiledCell marker, Func<CompiledCell, double> strength)
    {
        var (best, most) = (-1, strength(marker));
        for (var j = 0; j < model.Free.Length; j++)
        {
            var cell = model.Free[j];
            var isRival = cell.Matrix == marker.Matrix && cell.Column == marker.Column && IsLoading(model, cell);
            if (isRival && strength(cell) > most)
                (best, most) = (j, strength(cell));
        }

        return best;
    }

    private static bool IsLoading(CovarianceModel model, CompiledCell cell) =>
        cell.Matrix == CompiledMatrix.Lambda || model.LoadingCells.Contains(cell);

    private static bool Touches(CompiledCell cell, int latent) => cell.Matrix switch
    {
        CompiledMatrix.Lambda => cell.Column == latent,
        CompiledMatrix.Theta => false,
        _ => cell.Row == latent || cell.Column == latent,
    };

    /// <summary>Factors of lower variables must be known before those of variables that they measure.</summary>
    private static IEnumerable<Unit> Ordered(CovarianceModel model, List<Unit> units)
    {
        var rest = units.ToList();
        while (rest.Count > 0)
        {
            bool IsWaiting(CompiledCell cell) => cell.Matrix == CompiledMatrix.Beta && rest.Exists(other => other.Latent == cell.Row);
            var next = rest.Find(unit => !IsWaiting(unit.Marker) && (unit.Replaced < 0 || !IsWaiting(model.Free[unit.Replaced]))) ?? rest[0];
            rest.Remove(next);
            yield return next;
        }
    }

    private static CovarianceModel With(CovarianceModel model, CompiledCell[] free, (CompiledCell, double)[] fixedCells) => new()
    {
        Table = model.Table,
        Observed = model.Observed,
        Structural = model.Structural,
        Means = model.Means,
        Free = free,
        Positions = model.Positions,
        Fixed = fixedCells,
        SampleMoments = model.SampleMoments,
        Starts = model.Starts,
        Markers = model.Markers,
        LoadingCells = model.LoadingCells,
    };

    private static double Below(CompiledCell cell, ReadOnlySpan<double> factors) =>
        cell.Matrix == CompiledMatrix.Lambda ? 1 : factors[cell.Row];

    /// <summary>What a parameter is multiplied by when each structural variable is multiplied by its factor.</summary>
    private static double Factor(CompiledCell cell, ReadOnlySpan<double> factors) => cell.Matrix switch
    {
        CompiledMatrix.Lambda => 1 / factors[cell.Column],
        CompiledMatrix.Beta => factors[cell.Row] / factors[cell.Column],
        CompiledMatrix.Psi => factors[cell.Row] * factors[cell.Column],
        _ => 1,
    };

    private bool IsReplaced(int parameter)
    {
        foreach (var unit in units)
        {
            if (unit.Replaced == parameter)
                return true;
        }

        return false;
    }

    /// <summary>A latent variable, the loading of one in the model, and the free parameter kept at a value instead (-1: none).</summary>
    private sealed record Unit(int Latent, CompiledCell Marker, int Replaced, double Kept);
}
