using System.Globalization;
using Pathwise.Native;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

// Prints every number of a fit and of its effects, each as its shortest text and as its bits, so that two builds can be compared.
var table = ModelSpecification.Parse(Answers.Model).Table();
var sample = SampleMoments.OfCases(table.ObservedVariables, Answers.Draw(), Divisor.Count);
foreach (var estimator in new[] { Estimator.ML, Estimator.MLR, Estimator.GLS })
{
    var fit = table.Fit(sample, new EstimationOptions { Estimator = estimator });
    Print($"{estimator} chi-square", fit.Indices().ChiSquare);
    Print($"{estimator} CFI", fit.Indices().Incremental.Cfi);
    foreach (var row in fit.Estimates())
    {
        Print($"{estimator} {row.Lhs} {row.Operator} {row.Rhs}", row.Value);
        Print($"{estimator} {row.Lhs} {row.Operator} {row.Rhs} SE", row.StandardError);
    }
}

var model = table.Fit(sample);
var bootstrap = model.Bootstrap(new BootstrapOptions { Replicates = 500, Seed = 1, Threads = 2, HasJackknife = true, Rule = ImproperRule.Drop });
Print("used", bootstrap.Used);
var options = new EffectOptions { Kinds = [IntervalKind.Percentile, IntervalKind.BiasCorrected, IntervalKind.BcA, IntervalKind.Delta, IntervalKind.MonteCarlo] };
foreach (var effect in model.EstimateEffects(options, bootstrap))
{
    Print(effect.Effect.Name, effect.Value);
    Print($"{effect.Effect.Name} standardized", effect.Standardized);
    foreach (var interval in effect.Intervals)
    {
        var name = $"{effect.Effect.Name} {interval.Kind}{(interval.IsStandardized ? " standardized" : "")}";
        Print($"{name} lower", interval.Interval.Lower);
        Print($"{name} upper", interval.Interval.Upper);
    }
}

static void Print(string name, double? value) => Console.WriteLine(value is { } number
    ? string.Create(CultureInfo.InvariantCulture, $"{name}\t{number:R}\t{BitConverter.DoubleToInt64Bits(number):X16}")
    : $"{name}\t-\t-");
