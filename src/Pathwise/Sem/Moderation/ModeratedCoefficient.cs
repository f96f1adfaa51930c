namespace Pathwise.Sem.Moderation;

/// <summary>
/// The coefficient of one variable in the equation of another as a polynomial in the moderators: a_1 + a_3 w + ..., each parameter with the moderators
/// that multiply it.
/// </summary>
/// <param name="Terms">Of each the free parameter, counted from 0 (-1 where it is fixed), its fixed value, and the moderators, counted from 0.</param>
internal sealed record ModeratedCoefficient(IReadOnlyList<(int Free, double Fixed, int[] Moderators)> Terms)
{
    /// <summary>Its value at parameters and at moderators, as these enter the products.</summary>
    public double Value(ReadOnlySpan<double> free, ReadOnlySpan<double> moderators)
    {
        var sum = 0.0;
        foreach (var (position, constant, factors) in Terms)
        {
            var term = position < 0 ? constant : free[position];
            foreach (var j in factors)
                term *= moderators[j];
            sum += term;
        }

        return sum;
    }

    /// <summary>Whether a moderator, or any other with it, changes the coefficient.</summary>
    public bool DependsOn(int moderator) => Terms.Any(term => term.Moderators.Contains(moderator));

    /// <summary>Whether some parameter is multiplied by all of these moderators.</summary>
    public bool Joins(IEnumerable<int> moderators) => Terms.Any(term => moderators.All(term.Moderators.Contains));
}
