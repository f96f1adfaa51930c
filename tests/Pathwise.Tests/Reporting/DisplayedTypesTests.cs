using System.Reflection;
using Xunit;

namespace Pathwise.Tests.Reporting;

public sealed class DisplayedTypesTests
{
    // What an analyst gives to Pathwise or calls, rather than what comes back.
    private static readonly string[] NotResults =
    [
        "Pathwise.Numerics.LeastSquares", "Pathwise.Numerics.RandomStream",
        "Pathwise.Tables.ReadingOptions", "Pathwise.Surveys.CleaningRule",
        "Pathwise.Sem.Specification.ParameterFunction", "Pathwise.Sem.Specification.Constraint", "Pathwise.Sem.Specification.Definition",
        "Pathwise.Auditing.Recomputed", "Pathwise.Auditing.Reported.ReportedNumber", "Pathwise.Auditing.Reported.ValueRange",
        "Pathwise.Synthesis.Export.RawExport",
        "Pathwise.Sem.Resampling.KeptBootstrap",
        "Pathwise.Studies.Attempt`1",
    ];

    [Fact]
    public void Library_EveryResultType_IsMarkedAsDisplayed() =>
        Assert.Empty(Results().Where(type => type.GetCustomAttribute<TypeFormatterSourceAttribute>() is null).Select(type => type.FullName).Except(NotResults));

    [Fact]
    public void NotResults_EachName_IsAnUnmarkedType() =>
        Assert.Empty(NotResults.Except(Results().Where(type => type.GetCustomAttribute<TypeFormatterSourceAttribute>() is null).Select(type => type.FullName)));

    private static IEnumerable<Type> Results() =>
        from type in typeof(InputException).Assembly.GetExportedTypes()
        where !type.IsEnum && !type.IsInterface && !(type.IsAbstract && type.IsSealed)
        where !typeof(Exception).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type)
        where !type.FullName!.Contains('<', StringComparison.Ordinal) // what the compiler makes of extension members
        where type.Namespace is not "Pathwise"
        select type;
}
