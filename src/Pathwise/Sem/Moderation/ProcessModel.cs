using System.Text;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// Writes the model that a number of PROCESS stands for in lavaan's syntax. Latent variables come from a measurement model; their products are measured by
/// products of indicators, the first of one by the first of the other and so on (Marsh, Wen and Hau, 2004), and exogenous variables covary freely.
/// </summary>
public static class ProcessModel
{
    /// <summary>The model of a plan.</summary>
    /// <param name="plan">The number and the parts.</param>
    /// <param name="measurement">What measures the latent variables among them, or null where all are observed.</param>
    /// <param name="hasProductIndicators">Whether products of latent variables are measured; without, two steps estimate them (see <see cref="Sam.StructuralAfterMeasurement"/>).</param>
    /// <exception cref="InputException">The number is not offered, a part is missing, or a latent product has no indicators.</exception>
    public static string Syntax(this ProcessPlan plan, ModelSpecification? measurement = null, bool hasProductIndicators = true)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Writing(plan, ProcessForm.Of(plan), measurement).Text(hasProductIndicators);
    }

    /// <summary>Whether the model of a plan has products of latent variables, whose indicators are to be centred twice (<see cref="ProductCentre.Twice"/>).</summary>
    public static bool HasLatentProducts(this ProcessPlan plan, ModelSpecification? measurement) =>
        ModelSpecification.Parse(plan.Syntax(measurement)).Terms.Any(term => term.Operator == "=~" && ProductName.IsProduct(term.Lhs));

    private sealed class Writing(ProcessPlan plan, ProcessForm form, ModelSpecification? measurement)
    {
        private readonly Dictionary<string, string[]> indicators = (measurement?.Terms ?? []).Where(term => term.Operator == "=~")
            .GroupBy(term => term.Lhs).ToDictionary(factor => factor.Key, factor => factor.Select(term => term.Rhs).ToArray());

        private readonly List<(string Outcome, List<string> Predictors)> equations = [];

        public string Text(bool hasProductIndicators)
        {
            for (var k = 0; k < plan.Mediators.Count; k++)
                Add(plan.Mediators[k], [plan.X, .. form.IsSerial ? plan.Mediators.Take(k) : []], form.First ? [plan.X, .. form.IsSerial ? plan.Mediators.Take(k) : []] : []);
            Add(plan.Y, [plan.X, .. plan.Mediators], [.. form.Direct ? [plan.X] : Array.Empty<string>(), .. form.Second ? plan.Mediators : []]);
            var text = new StringBuilder(measurement is null ? "" : measurement.Text.TrimEnd() + "\n");
            foreach (var product in Products.Where(product => hasProductIndicators && ProductName.Factors(product).Any(indicators.ContainsKey)))
                text.Append($"{product} =~ {string.Join(" + ", Indicators(product))}\n");
            foreach (var (outcome, predictors) in equations)
                text.Append($"{outcome} ~ {string.Join(" + ", predictors)}\n");
            foreach (var (first, second) in Covariances())
                text.Append($"{first} ~~ {second}\n");
            return text.ToString();
        }

        private IEnumerable<string> Products => equations.SelectMany(equation => equation.Predictors).Where(ProductName.IsProduct).Distinct();

        private void Add(string outcome, IReadOnlyList<string> causes, IReadOnlyList<string> moderated)
        {
            List<string> predictors = [.. causes];
            if (moderated.Count > 0)
                predictors.AddRange(plan.Moderators);
            predictors.AddRange(moderated.SelectMany(cause => plan.Moderators.Select(moderator => ProductName.Of(cause, moderator))));
            if (moderated.Count > 0 && form.IsJoint)
                predictors.AddRange([ProductName.Of(plan.W!, plan.Z!), ProductName.Of(plan.X, plan.W!, plan.Z!)]);
            equations.Add((outcome, [.. predictors, .. plan.Covariates]));
        }

        // Mediators side by side share more than their cause; latent variables do not covary with observed ones unless the syntax says so.
        private IEnumerable<(string, string)> Covariances()
        {
            if (!form.IsSerial)
            {
                foreach (var pair in Pairs(plan.Mediators))
                    yield return pair;
            }

            string[] exogenous = [plan.X, .. plan.Moderators, .. plan.Covariates, .. Products.Where(product => !ProductName.Factors(product).Any(plan.Mediators.Contains))];
            if (!exogenous.Any(name => ProductName.Factors(name).Any(indicators.ContainsKey)))
                yield break;
            foreach (var pair in Pairs([.. exogenous.Where(name => ProductName.IsProduct(name) || equations.Exists(equation => equation.Predictors.Contains(name)))]))
                yield return pair;
        }

        private static IEnumerable<(string, string)> Pairs(IReadOnlyList<string> names) =>
            names.SelectMany((first, i) => names.Skip(i + 1).Select(second => (first, second)));

        private IEnumerable<string> Indicators(string product)
        {
            string[] factors = ProductName.Factors(product);
            if (factors.Length > 2)
                throw new InputException($"--process {plan.Number}: products of three variables of which one is latent are not there; expected observed ones.");
            var (one, other) = (Measured(product, factors[0]), Measured(product, factors[1]));
            var count = one.Length == 1 ? other.Length : other.Length == 1 ? one.Length : Math.Min(one.Length, other.Length);
            return Enumerable.Range(0, count).Select(k => ProductName.Of(one[one.Length == 1 ? 0 : k], other[other.Length == 1 ? 0 : k]));
        }

        private string[] Measured(string product, string factor)
        {
            if (!indicators.TryGetValue(factor, out var items))
                return [factor];
            return Array.Find(items, indicators.ContainsKey) is { } latent
                ? throw new InputException($"--process {plan.Number}: the latent product {product} has no indicators, since {factor} is measured by {latent}, which is latent itself; expected a factor of observed variables.")
                : items;
        }
    }
}
