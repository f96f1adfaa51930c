using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>Models of ordered variables, alone and beside continuous ones, that OpenMx fitted (tests/fixtures/ordinal/openmx-models.R).</summary>
public sealed class OpenMxLeastSquaresTests
{
    private const string Sparse = "A =~ a1 + a2 + a3 + a4\nB =~ b1 + b2 + b3 + b4\n";
    private const string Mixed = "F =~ o1 + o2 + w1 + c1 + c2\n";

    [Theory]
    [InlineData("sparse_DWLS", Sparse, Estimator.WLSMV)]
    [InlineData("sparse_ULS", Sparse, Estimator.ULSMV)]
    [InlineData("mixed_DWLS", Mixed, Estimator.WLSMV)]
    [InlineData("mixed_ULS", Mixed, Estimator.ULSMV)]
    [InlineData("sparse_WLS", Sparse, Estimator.WLS)]
    [InlineData("mixed_WLS", Mixed, Estimator.WLS)]
    public void Estimates_OfOpenMx_AreTheSame(string name, string model, Estimator estimator)
    {
        var isMixed = model == Mixed;
        var data = DataTable.Read(isMixed ? Repository.Fixture("ordinal", "mixed.csv") : Repository.Fixture("lavaan", "ordinal", "s02_sparse5", "data.csv"));
        var fit = ModelSpecification.Parse(model).Fit(
            data, new() { Estimator = estimator },
            new() { Ordered = isMixed ? ["o1", "o2", "w1"] : ["all"], Parameterization = Parameterization.Theta, StdLv = true });
        var rows = fit.Estimates().Where(row => row.Parameter.Operator != Operator.Scale).ToDictionary(row => Name(row.Parameter));

        // OpenMx ends its search for correlations within 5e-5, and its errors divide by N where lavaan's and ours divide by N - 1.
        var expected = Oracle.Read("ordinal", "openmx-models.json")[name];
        var divisor = Math.Sqrt(data.Count / (data.Count - 1.0));
        for (var i = 0; i < expected.Count; i++)
        {
            var row = rows[expected[i]["name"].Text];
            Oracle.Near(expected[i]["est"].Number, row.Value, 4e-4);
            Assert.Equal(1, row.StandardError!.Value / (expected[i]["se"].Number * divisor), 1e-3);
        }
    }

    private static string Name(Parameter parameter) => parameter.Operator switch
    {
        Operator.Loading => $"{parameter.Lhs}_by_{parameter.Rhs}",
        Operator.Threshold => $"{parameter.Lhs}_{parameter.Rhs}",
        Operator.Intercept => $"{parameter.Lhs}_mean",
        _ => $"{parameter.Lhs}_with_{parameter.Rhs}",
    };
}
