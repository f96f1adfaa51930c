using Pathwise.Multiverse.Plans;

namespace Pathwise.Tests.Multiverse.Plans;

/// <summary>Plans in a folder of their own, on the countries of the example.</summary>
internal static class PlanText
{
    public const string Base = """
        title: A plan
        base:
          model: |
            ind60 =~ x1 + x2 + x3
            dem60 =~ y1 + y2 + y3 + y4
            dem65 =~ y5 + y6 + y7 + y8
            dem60 ~ ind60
            dem65 ~ ind60 + dem60
          data: DATA
        claims:
          - { name: indirect, effect: ind60 -> dem60 -> dem65, is: positive }
          - { name: direct, effect: ind60 -> dem65, is: absent }
        decisions:

        """;

    public const string Estimators = """
          - name: estimator
            type: E
            options:
              - { name: ML, reference: true }
              - { name: ULS, estimator: ULS }
        """;

    public const string Residuals = """
          - name: residuals
            type: U
            options:
              - { name: none, reference: true }
              - { name: same item, add: [y1 ~~ y5, y2 ~~ y6, y3 ~~ y7, y4 ~~ y8] }
        """;

    /// <summary>A plan with these decisions.</summary>
    public static MultiversePlan Read(params string[] decisions) => ReadText(Base + string.Join('\n', decisions));

    public static MultiversePlan ReadText(string text)
    {
        var folder = Directory.CreateTempSubdirectory("multiverse-").FullName;
        try
        {
            var path = Path.Combine(folder, "plan.yaml");
            File.WriteAllText(path, text.Replace("DATA", Repository.Path("data", "examples", "political-democracy.csv"), StringComparison.Ordinal));
            return MultiversePlan.Read(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
