using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Benchmarks;

/// <summary>
/// Populations with the study's final model and the direct path, at its estimates from the (synthetic) answers in data/raw except for the standardized coefficients
/// of three paths: a (collaboration on alignment), b (alignment on performance) and c (collaboration on performance). Total variances stay as they are.
/// </summary>
internal sealed class StudyPopulation
{
    private const string Cause = "collaboration", Mediator = "alignment", Other = "conflict", Outcome = "performance";

    private readonly double[] covariance;
    private readonly double[] factor;
    private readonly IReadOnlyList<string> names;

    private StudyPopulation(ParameterTable table, double[] values)
    {
        (Table, Values, names) = (table, values, table.ObservedVariables);
        var moments = new ImpliedMoments(ModelStructure.Of(table), 0);
        moments.Update(values);
        covariance = moments.Sigma.ToArray();
        factor = [.. covariance];
        if (!Cholesky.TryFactor(factor, names.Count))
            throw new InputException("The population's covariances are not positive definite.");
    }

    /// <summary>How the answers are distributed.</summary>
    public enum Shape
    {
        /// <summary>Normal.</summary>
        Normal,

        /// <summary>Normal, cut to seven points.</summary>
        SevenPoints,

        /// <summary>Sums of independent parts with skewness 1.41 and excess kurtosis 3 (chi-square with four degrees of freedom).</summary>
        Skewed,
    }

    /// <summary>The model, with the moments of its exogenous variable estimated.</summary>
    public ParameterTable Table { get; }

    /// <summary>The values of its free parameters.</summary>
    public double[] Values { get; }

    /// <summary>The population with these standardized coefficients, from the repository's folder `data`.</summary>
    public static StudyPopulation Of(string data, double a, double b, double c)
    {
        var answers = SurveyData.Read(Path.Combine(data, "raw", "executives.csv")).Clean().Data.Recode();
        var syntax = ModelSpecification.Read(Path.Combine(data, "published", "s1-final-model.lav")).Text;
        var fit = ModelSpecification.Parse($"{syntax}\n{Outcome} ~ {Cause}\n").Fit(answers.Table, completion: new ModelOptions { FixedX = false }).RequireConverged();
        var latents = fit.Structure.Latents.ToList();
        var implied = fit.Implied(1);
        double Variance(string name) => implied.LatentCovariance[(latents.IndexOf(name) * implied.LatentSize) + latents.IndexOf(name)];
        double[] values = [.. fit.Values];
        ref double Free(string lhs, Operator kind, string rhs) => ref values[fit.Table.Rows.Single(row => row.Operator == kind && (row.Lhs, row.Rhs) == (lhs, rhs)).Free - 1];
        double Standardized(string outcome, string cause) => Free(outcome, Operator.Regression, cause) * Math.Sqrt(Variance(cause) / Variance(outcome));
        void Set(string outcome, string cause, double coefficient) => Free(outcome, Operator.Regression, cause) = coefficient * Math.Sqrt(Variance(outcome) / Variance(cause));

        var (k, d) = (Standardized(Other, Cause), Standardized(Outcome, Other));
        Set(Mediator, Cause, a);
        Set(Outcome, Mediator, b);
        Set(Outcome, Cause, c);
        var explained = (b * b) + (d * d) + (c * c) + (2 * b * d * a * k) + (2 * b * c * a) + (2 * d * c * k);
        Free(Mediator, Operator.Covariance, Mediator) = Variance(Mediator) * (1 - (a * a));
        Free(Outcome, Operator.Covariance, Outcome) = Variance(Outcome) * (1 - explained);
        return new StudyPopulation(fit.Table, values);
    }

    /// <summary>Sample i of so many cases.</summary>
    public SampleMoments Sample(Shape shape, int count, long seed, int i)
    {
        var (stream, p) = (RandomStream.For(seed, i), names.Count);
        var cases = Matrix<double>.Build.Dense(count, p);
        var parts = new double[p];
        for (var row = 0; row < count; row++)
        {
            for (var j = 0; j < p; j++)
                parts[j] = shape == Shape.Skewed ? Skewed(stream) : stream.NextNormal();
            for (var j = 0; j < p; j++)
            {
                var value = VectorKernels.Dot(factor.AsSpan(j * p, j + 1), parts.AsSpan(0, j + 1));
                cases[row, j] = shape == Shape.SevenPoints ? Math.Clamp(Math.Round(4 + (1.4 * value / Math.Sqrt(covariance[(j * p) + j]))), 1, 7) : value;
            }
        }

        return SampleMoments.OfCases(names, cases, Divisor.Count);
    }

    private static double Skewed(RandomStream stream)
    {
        var sum = 0.0;
        for (var k = 0; k < 4; k++)
        {
            var normal = stream.NextNormal();
            sum += normal * normal;
        }

        return (sum - 4) / Math.Sqrt(8);
    }
}
