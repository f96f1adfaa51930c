using System.CommandLine;
using Pathwise.Sem.Specification;

namespace Pathwise.Cli.Options;

/// <summary>Options that complete one of two compared models otherwise than the other: --full-group-equal, --restricted-group-equal and so on.</summary>
internal sealed class ModelVariant(string model)
{
    private readonly Option<string[]> groupEqual = new($"--{model}-group-equal") { Description = $"--group-equal of the {model} model alone, in place of what both have.", HelpName = "LIST" };
    private readonly Option<string[]> groupPartial = new($"--{model}-group-partial") { Description = $"--group-partial of the {model} model alone.", HelpName = "TERM,..." };
    private readonly Option<bool> orthogonal = new($"--{model}-orthogonal") { Description = $"--orthogonal for the {model} model alone." };

    public IEnumerable<Option> Options => [groupEqual, groupPartial, orthogonal];

    /// <summary>The completion of both models with what this one has of its own.</summary>
    public ModelOptions Apply(ParseResult parsed, ModelOptions shared, bool hasGroups)
    {
        if (!hasGroups && (parsed.GetResult(groupEqual) ?? parsed.GetResult(groupPartial)) is not null)
            throw new InputException($"{(parsed.GetResult(groupEqual) is null ? groupPartial : groupEqual).Name} needs groups: give --group COLUMN, or --cov with --n N,N2,...");
        return shared with
        {
            GroupEqual = parsed.GetResult(groupEqual) is null ? shared.GroupEqual : ModelArguments.Equal(groupEqual.Name, parsed.List(groupEqual)),
            GroupPartial = parsed.GetResult(groupPartial) is null ? shared.GroupPartial : parsed.List(groupPartial),
            Orthogonal = shared.Orthogonal || parsed.GetValue(orthogonal),
        };
    }

    /// <summary>The file's name, with what the model has of its own.</summary>
    public string Name(ParseResult parsed, string path)
    {
        string[] own =
        [
            .. List("group-equal", groupEqual),
            .. List("group-partial", groupPartial),
            .. parsed.GetValue(orthogonal) ? ["orthogonal"] : Array.Empty<string>(),
        ];
        return Path.GetFileName(path) + (own.Length > 0 ? $" ({string.Join("; ", own)})" : "");

        string[] List(string name, Option<string[]> option) => parsed.List(option) is { Count: > 0 } texts ? [$"{name} {string.Join(", ", texts)}"] : [];
    }
}
