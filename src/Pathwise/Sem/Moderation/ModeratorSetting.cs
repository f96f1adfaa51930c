namespace Pathwise.Sem.Moderation;

/// <summary>Where the moderators lie in one sample.</summary>
/// <param name="Points">The values asked for, those of one moderator after those of another.</param>
/// <param name="Centres">For each moderator what is taken from it before it enters a product.</param>
/// <param name="Deviations">The standard deviation of each moderator.</param>
internal sealed record ModeratorSetting(double[] Points, double[] Centres, double[] Deviations);
