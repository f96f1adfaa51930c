using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Equivalents;

/// <summary>Finds the models that fit a sample exactly, or nearly, as well as a given one.</summary>
public static class EquivalentSearch
{
    /// <summary>
    /// Turns the structural part of a fitted model in every way (see Thoemmes 2015; Lee and Hershberger 1990), fits each and tells which imply the same
    /// moments as the model itself. Measurement, constraints and options stay; the moments of observed causes are modelled, so that Akaike's criteria compare.
    /// </summary>
    /// <param name="model">The model as written.</param>
    /// <param name="fit">Its fit.</param>
    /// <param name="options">What is considered and shown.</param>
    /// <param name="cancellation">Stops the search with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The structural part has nothing to turn, a loop or constraints, or can be turned in too many ways.</exception>
    /// <exception cref="NumericalException">The model itself did not converge.</exception>
    public static EquivalentModels Equivalents(this ModelSpecification model, FitResult fit, EquivalentOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(fit);
        OrderedRequirements.Refuse(fit, "Equivalent models");
        return new Run(model, fit, (options ?? new()).Checked()).Models(cancellation);
    }

    private sealed class Run(ModelSpecification model, FitResult fit, EquivalentOptions options)
    {
        private readonly StructuralPart part = StructuralPart.Of(model, fit);
        private readonly ModelOptions completion = fit.Table.Options with { FixedX = false };
        private readonly EstimationOptions estimation = fit.Options with { StartingValues = null };

        public EquivalentModels Models(CancellationToken cancellation)
        {
            var graphs = Reorientations.Of(part, options.First, options.Most);
            var specification = part.With(part.Graph);
            var own = Fit(specification).RequireConverged();
            RequireSame(own);
            var test = new EquivalenceTest(own);
            var rivals = Pieces.Map(graphs.Count - 1, k => Rival(graphs[k + 1], own, test), options.Threads, cancellation);
            return new()
            {
                Rows = [Row(part.Graph, specification, own, Equivalence.Own, own), .. rivals.OrderBy(row => row.Equivalence).ThenBy(Order)],
                Options = options,
                CaseCount = fit.CaseCount,
            };
        }

        // Equal criteria differ by rounding: such models stay in the order in which they were made.
        private static double Order(EquivalentModel row) => Math.Round(row.Aic ?? row.ChiSquare ?? double.MaxValue, 6);

        // What was read as the structural part, and the rest, must make the model again.
        private void RequireSame(FitResult own)
        {
            if (own.DegreesOfFreedom() != fit.DegreesOfFreedom() || !(Distance(own, fit) <= 1e-6 * (1 + (fit.Test().Value ?? 0))))
                throw new InputException($"{model.Source}: the structural part cannot be taken out of the model and put back without changing its fit; this model's arrows cannot be turned.");
        }

        private static double Distance(FitResult one, FitResult other) => Math.Abs((one.Test().Value - other.Test().Value) ?? double.MaxValue);

        private FitResult Fit(ModelSpecification specification, IReadOnlyList<double>? start = null) =>
            specification.Table(completion, fit.Table.GroupLabels).Fit(fit.Sample, estimation with { StartingValues = start });

        private EquivalentModel Rival(StructuralGraph graph, FitResult own, EquivalenceTest test)
        {
            var specification = part.With(graph);
            try
            {
                var rival = Fit(specification);
                var equivalence = Judge(rival, test);
                return Row(graph, specification, equivalence == Equivalence.Equivalent ? Lowest(specification, rival, own, test) : rival, equivalence, own);
            }
            catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
            {
                return Row(graph, specification, null, Equivalence.Undetermined, own);
            }
        }

        private static Equivalence Judge(FitResult rival, EquivalenceTest test) => IsIdentified(rival)
            ? test.IsEquivalent(rival) switch { true => Equivalence.Equivalent, false => Equivalence.Different, null => Equivalence.Undetermined }
            : Equivalence.Undetermined;

        // An equivalent model must end where the own one does; a search that ended elsewhere begins again from what implies the same moments.
        private FitResult Lowest(ModelSpecification specification, FitResult rival, FitResult own, EquivalenceTest test)
        {
            if (rival.HasConverged && Math.Abs(rival.Discrepancy - own.Discrepancy) < 1e-9 * (1 + own.Discrepancy))
                return rival;
            return test.Matching(rival) is { } start && Fit(specification, start) is { HasConverged: true } again && again.Discrepancy < rival.Discrepancy ? again : rival;
        }

        private EquivalentModel Row(StructuralGraph graph, ModelSpecification specification, FitResult? rival, Equivalence equivalence, FitResult own)
        {
            var found = rival is { HasConverged: true } ? rival : null;
            var status = rival is null ? FitStatus.Breakdown : FullRefit.Status(rival);
            var isNear = equivalence != Equivalence.Own && found is not null && Distance(found, own) <= options.Near;
            return new()
            {
                Structure = string.Join("; ", graph.Lines()),
                Model = specification,
                Fit = rival,
                ChiSquare = found?.Test().Value,
                DegreesOfFreedom = rival?.DegreesOfFreedom(),
                Aic = found?.Indices().Aic,
                IsProper = status == FitStatus.Proper && IsIdentified(rival!),
                Trouble = status != FitStatus.Proper ? status.Reason() : IsIdentified(rival!) ? "" : "not identified",
                Equivalence = equivalence,
                IsNear = isNear,
                IndirectEffects = found is null || !IsIdentified(found) ? [] : Indirect(graph, found, isNear || equivalence == Equivalence.Own),
            };
        }

        private static bool IsIdentified(FitResult rival) => rival.Warnings.All(warning => warning.Code != "not-identified");

        private IReadOnlyList<EffectEstimate> Indirect(StructuralGraph graph, FitResult rival, bool isDrawn)
        {
            var bootstrap = isDrawn && options.Bootstrap is { } drawn ? rival.Bootstrap(drawn with { Threads = 1 }) : null;
            IntervalKind[] kinds = [.. options.Effects.Kinds.Where(kind => bootstrap is { Used: >= 2 } || !kind.IsBootstrap())];
            var effects = rival.EstimateEffects(options.Effects with { Kinds = kinds }, bootstrap);
            return [.. effects.Where(each => each.Effect.Kind is EffectKind.SpecificIndirect && graph.Variables.Contains(each.Effect.Outcome) && graph.Variables.Contains(each.Effect.Cause))];
        }
    }
}
