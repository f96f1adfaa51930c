using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Moderation;

/// <summary>The moderators that were asked for, and the variables of the model that they consist of.</summary>
internal sealed class ModeratorBlocks
{
    private ModeratorBlocks(IReadOnlyList<ModeratorBlock> blocks, IReadOnlyList<string> columns) => (All, Columns) = (blocks, columns);

    /// <summary>The moderators.</summary>
    public IReadOnlyList<ModeratorBlock> All { get; }

    /// <summary>The variables of all of them.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Of moderators by their names.</summary>
    public static ModeratorBlocks Of(ParameterTable table, IReadOnlyList<string> names)
    {
        var (blocks, columns) = (new List<ModeratorBlock>(), new List<string>());
        foreach (var name in names)
        {
            var coding = table.Options.Codings.FirstOrDefault(coding => coding.Name == name);
            var own = coding?.Columns ?? [name];
            blocks.Add(new(name, [.. Enumerable.Range(columns.Count, own.Count)], coding));
            columns.AddRange(own);
        }

        return new(blocks, columns);
    }
}
