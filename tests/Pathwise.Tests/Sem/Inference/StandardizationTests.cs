using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class StandardizationTests
{
    [Fact]
    public void Values_ArePutIntoStandardDeviationsOfTheModel()
    {
        var fit = Fits.Of(Fits.Factors + "\ng ~ f");
        var (sigma, values) = (fit.ImpliedCovariance(), new Standardization(fit).Values([.. fit.Values], areAllStandardized: true));
        double Value(string name) => fit.Estimates().Single(row => row.Lhs + row.Operator.Text() + row.Rhs == name).Value;
        double? Standardized(string name) => values[fit.Table.Rows.ToList().FindIndex(row => row.Lhs + row.Operator.Text() + row.Rhs == name)];
        var (first, slope) = (Value("f~~f"), Value("g~f"));
        var second = (slope * slope * first) + Value("g~~g");
        Oracle.Near(slope * Math.Sqrt(first / second), Standardized("g~f"), 1e-12);
        Oracle.Near(Value("f=~x2") * Math.Sqrt(first / sigma[1, 1]), Standardized("f=~x2"), 1e-12);
        Oracle.Near(Value("g~~g") / second, Standardized("g~~g"), 1e-12);
        Oracle.Near(Value("x2~~x2") / sigma[1, 1], Standardized("x2~~x2"), 1e-12);
    }
}
