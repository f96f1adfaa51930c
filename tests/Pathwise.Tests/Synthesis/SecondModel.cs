using Pathwise.Synthesis;

namespace Pathwise.Tests.Synthesis;

/// <summary>A second set of targets, so that the search is not fitted to one study: three factors, nine items, 150 respondents.</summary>
internal static class SecondModel
{
    public const string Json = """
        {
          "model": ["f =~ a1 + a2 + a3", "g =~ b1 + b2 + b3", "h =~ c1 + c2 + c3"],
          "respondents": 150,
          "scale": { "lowest": 1, "highest": 5 },
          "reversed": ["b2"],
          "ranges": { "mean": [2.4, 3.6], "sd": [0.9, 1.2], "loading": [0.65, 0.85] },
          "statistics": [
            { "id": "chisq", "kind": "chisq", "printed": "30.25" },
            { "id": "df", "kind": "df", "printed": "24" },
            { "id": "p", "kind": "pvalue", "printed": ".177" },
            { "id": "cfi", "kind": "cfi", "printed": ".986" },
            { "id": "tli", "kind": "tli", "printed": ".979" },
            { "id": "rmsea", "kind": "rmsea", "printed": ".042" },
            { "id": "srmr", "kind": "srmr", "printed": "< .06" },
            { "id": "cross", "kind": "chisq.diff", "adds": "f =~ b1", "printed": "2.71" },
            { "id": "fg", "kind": "correlation", "of": "f", "from": "g", "printed": ".412" },
            { "id": "fh", "kind": "correlation", "of": "f", "from": "h", "printed": ".35" },
            { "id": "gh", "kind": "correlation", "of": "g", "from": "h", "printed": "-.208" },
            { "id": "a1", "kind": "mean", "of": "a1", "printed": "3.01" },
            { "id": "b2", "kind": "mean", "of": "b2", "printed": "2.59" },
            { "id": "b2.sd", "kind": "sd", "of": "b2", "printed": "1.08" },
            { "id": "loading", "kind": "std", "of": "h =~ c1", "printed": ".74" },
            { "id": "cr", "kind": "cr", "of": "f", "printed": ">= .70", "choice": true }
          ]
        }
        """;

    public static SynthesisTargets Targets { get; } = TargetsFile.Parse(Json, "second.json");
}
