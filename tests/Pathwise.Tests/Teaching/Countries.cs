using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Tests.Teaching;

/// <summary>The data and the path model of the notebook that teaches mediation.</summary>
internal static class Countries
{
    public const string Syntax = """
        y1 ~ a*x1
        y5 ~ b*y1
        x1 ~~ vx*x1
        y1 ~~ vm*y1
        y5 ~~ vy*y5
        """;

    public static DataTable Data { get; } = DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv"));

    public static FitResult Fit { get; } = ModelSpecification.Parse(Syntax).Fit(Data);
}
