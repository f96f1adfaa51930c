using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pathwise.Synthesis;

/// <summary>The codebook that goes with synthetic answers, so that whatever reads them knows that nobody gave them.</summary>
public static class SyntheticCodebook
{
    /// <summary>
    /// The codebook (YAML) of synthetic answers: <c>synthetic: true</c>, from which targets and seed they were made, one scale for each factor that
    /// is measured by items, and the reverse-keyed items.
    /// </summary>
    /// <param name="result">The answers.</param>
    public static string Of(SynthesisResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var file = new
        {
            Title = result.Targets.Title.Length > 0 ? result.Targets.Title : "Synthetic answers",
            Synthetic = true,
            About = FormattableString.Invariant($"SYNTHETIC DATA. Nobody gave these answers. They were made from {Path.GetFileName(result.Targets.Source)} with seed {result.Seed}, so that their analysis prints the statistics stated there."),
            Scales = Scales(result).ToArray(),
            Columns = Array.Empty<string>(),
        };
        return new SerializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDefaultScalarStyle(ScalarStyle.Any).WithQuotingNecessaryStrings().DisableAliases()
            .WithNewLine("\n").Build().Serialize(file);
    }

    /// <summary>Whether a codebook lies beside a file of answers already, one that says that they are synthetic.</summary>
    /// <param name="answers">The file of answers.</param>
    /// <exception cref="InputException">The one that lies there cannot be read, or does not say so.</exception>
    public static bool IsThere(string answers)
    {
        var path = Codebook.PathBeside(answers);
        if (!File.Exists(path))
            return false;
        return Codebook.Read(path).IsSynthetic ? true
            : throw new InputException($"{path} lies beside {Path.GetFileName(answers)} and does not say 'synthetic: true'; synthetic answers would pass for real ones. Write them to another place.");
    }

    private static IEnumerable<object> Scales(SynthesisResult result)
    {
        var targets = result.Targets;
        var factors = targets.Table().Rows.Where(row => row.Operator == Operator.Loading && result.Items.Contains(row.Rhs)).GroupBy(row => row.Rhs).ToDictionary(rows => rows.Key, rows => rows.First().Lhs);
        return result.Items.GroupBy(item => factors.GetValueOrDefault(item, "observed")).Select(scale => new
        {
            Name = scale.Key,
            Title = scale.Key,
            targets.Lowest,
            targets.Highest,
            Items = scale.Select(item => new Dictionary<string, object> { ["name"] = item, ["text"] = item, ["reversed"] = targets.Reversed.Contains(item) }).ToArray(),
        });
    }
}
