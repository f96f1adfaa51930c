using Pathwise.Surveys;

namespace Pathwise.Sem.Moderation;

/// <summary>A moderator as it was asked for: one variable, or a categorical one with its coded columns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">The variables of the model that it consists of, counted from 0 among those of all moderators.</param>
/// <param name="Coding">The coding of a categorical moderator; null of any other.</param>
internal sealed record ModeratorBlock(string Name, int[] Columns, CategoryCoding? Coding)
{
    /// <summary>Whether some of its variables changes an effect.</summary>
    public bool Moves(ModeratedPath path) => Array.Exists(Columns, path.DependsOn);

    /// <summary>Whether what it changes of an effect depends on another moderator.</summary>
    public bool DependsOn(ModeratedPath path, ModeratorBlock other) => Columns.Any(one => Array.Exists(other.Columns, another => path.SlopeDependsOn(one, another)));
}
