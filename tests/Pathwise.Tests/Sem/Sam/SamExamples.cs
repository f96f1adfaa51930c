using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Tests.Sem.Sam;

/// <summary>The models and data of <c>tests/fixtures/lavaan/sam/make.R</c>.</summary>
internal static class SamExamples
{
    public const string Democracy = "ind60 =~ x1 + x2 + x3\ndem60 =~ y1 + y2 + y3 + y4\ndem65 =~ y5 + y6 + y7 + y8\ndem60 ~ a*ind60\ndem65 ~ c*ind60 + b*dem60\nab := a*b\n";

    public const string Fewer = "ind60 =~ x1 + x2 + x3\ndem60 =~ y1 + y2 + y3 + y4\ndem65 =~ y5 + y6 + y7 + y8\ndem60 ~ a*ind60\ndem65 ~ b*dem60\nab := a*b\n";

    public const string Residuals = "y1 ~~ y5\ny2 ~~ y4 + y6\ny3 ~~ y7\ny4 ~~ y8\ny6 ~~ y8\n";

    public const string Schools = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\nspeed ~ visual + textual\ntextual ~ visual";

    public const string Twins = "f =~ a1 + a2 + a3\ng =~ b1 + b2 + b3\nh =~ d1 + d2 + d3\nh ~ f\nf ~~ g";

    public const string Study = "collaboration =~ col1 + col2 + col3 + col4\nalignment =~ ali1 + ali2 + ali3 + ali4\nconflict =~ con1 + con2 + con3 + con4\n"
        + "performance =~ int1 + int2 + int3 + mar1 + mar2 + mar3\n" + Paths;

    public const string Second = "collaboration =~ col1 + col2 + col3 + col4\nalignment =~ ali1 + ali2 + ali3 + ali4\nconflict =~ con1 + con2 + con3 + con4\n"
        + "internal =~ int1 + int2 + int3\nmarket =~ mar1 + mar2 + mar3\nperformance =~ internal + market\n" + Paths;

    private const string Paths = "alignment ~ collaboration\nconflict ~ collaboration\nperformance ~ alignment + conflict";

    public static IReadOnlyList<IReadOnlyList<string>> Joined => [["ind60"], ["dem60", "dem65"]];

    public static IReadOnlyList<IReadOnlyList<string>> SecondBlocks => [["collaboration"], ["conflict"], ["alignment", "performance"]];

    public static DataTable Data(string name) => name switch
    {
        "schools" => DataTable.Read(Repository.Fixture("moderation", "invariance", "hs.csv")),
        "twins" => DataTable.Read(Repository.Fixture("lavaan", "sam", "near.csv")),
        "study" or "second" => Recoded(DataTable.Read(Repository.Path("data", "recipes", "executives.answers.csv"))),
        _ => DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv")),
    };

    public static SamResult Of(string name, string model, SamOptions options) => ModelSpecification.Parse(model).Sam(Data(name), options);

    // The two items that are keyed the other way, on a scale of seven.
    private static DataTable Recoded(DataTable table) => new[] { "con2", "con4" }.Aggregate(table, (sofar, item) => sofar.With(item, [.. sofar.Numbers(item).Select(value => 8 - value)]));
}
