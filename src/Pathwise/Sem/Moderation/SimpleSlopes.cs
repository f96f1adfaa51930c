using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Moderation;

/// <summary>Regression lines at values of moderators, of observed variables.</summary>
internal sealed class SimpleSlopes
{
    private readonly FitResult fit;
    private readonly ModeratorSample sample;
    private readonly ModeratorSetting setting;

    private SimpleSlopes(FitResult fit, ModeratorSample sample, ModeratorSetting setting) => (this.fit, this.sample, this.setting) = (fit, sample, setting);

    /// <summary>The lines of the conditional direct effects among these quantities; of latent variables, which have no values, there are none.</summary>
    public static IEnumerable<SimpleSlope> Of(FitResult fit, ModeratorSample sample, ModeratorSetting setting, IEnumerable<ModeratedQuantity> quantities)
    {
        var lines = new SimpleSlopes(fit, sample, setting);
        return quantities.Where(quantity => quantity.Effect.Kind == EffectKind.ConditionalDirect && lines.IsObserved(quantity.Effect)).Select(lines.Of);
    }

    private bool IsObserved(Effect effect) => fit.Table.Rows.Where(row => row.Operator == Operator.Regression && row.Lhs == effect.Outcome).Select(row => row.Rhs).Append(effect.Outcome)
        .All(name => fit.Table.ObservedVariables.Contains(name));

    private SimpleSlope Of(ModeratedQuantity quantity)
    {
        var effect = quantity.Effect;
        var moments = fit.Sample[effect.Group - 1];
        var cause = Values(moments, effect.Cause);
        var (from, to) = (cause.Min(), cause.Max());
        double At(double value) => Values(moments, effect.Outcome).Average() + Equation(effect).Sum(row => Coefficient(row) * (Predictor(row.Rhs, moments, effect, quantity, value) - Values(moments, row.Rhs).Average()));
        return new(effect, quantity.Value([.. fit.Values], setting), from, to, At(from), At(to));
    }

    private IEnumerable<Parameter> Equation(Effect effect) => fit.Table.Rows.Where(row => row.Group == effect.Group && row.Operator == Operator.Regression && row.Lhs == effect.Outcome);

    private double Coefficient(Parameter row) => row.Free > 0 ? fit.Values[row.Free - 1] : row.FixedValue ?? 0;

    // A predictor where the cause has a value, moderators are held and all others are at their means; products are made as in the sample.
    private double Predictor(string predictor, SampleMoments moments, Effect effect, ModeratedQuantity quantity, double value)
    {
        if (!ProductName.IsProduct(predictor))
            return Raw(predictor);
        var isCentred = fit.Table.Options.Center != ProductCentre.None;
        var product = ProductName.Factors(predictor).Aggregate(1.0, (made, factor) => made * (Raw(factor) - (isCentred ? Grand(factor) : 0)));
        return fit.Table.Options.Center == ProductCentre.Twice ? product - Twice(predictor) : product;

        double Raw(string factor)
        {
            if (factor == effect.Cause)
                return value;
            var column = sample.Blocks.Columns.ToList().IndexOf(factor);
            var isHeld = column >= 0 && effect.Conditions.Any(condition => sample.Blocks.All.Any(block => block.Name == condition.Moderator && block.Columns.Contains(column)));
            return isHeld ? quantity.Terms[0].At[column].In(setting, column) + setting.Centres[column] : Values(moments, factor).Average();
        }
    }

    // What was taken from a product of centred factors, beside the centres: its own mean over all groups.
    private double Twice(string product)
    {
        string[] factors = ProductName.Factors(product);
        double[] centres = [.. factors.Select(Grand)];
        return fit.Sample.SelectMany(each => Enumerable.Range(0, each.Count).Select(i => factors.Select((factor, k) => each.Cases![i, each.IndexOf(factor)] - centres[k]).Aggregate((one, other) => one * other)))
            .Where(double.IsFinite).Average();
    }

    private double Grand(string variable) => fit.Sample.SelectMany(each => Values(each, variable)).Average();

    private static IEnumerable<double> Values(SampleMoments moments, string variable) => moments.Cases!.Column(moments.IndexOf(variable)).Where(double.IsFinite);
}
