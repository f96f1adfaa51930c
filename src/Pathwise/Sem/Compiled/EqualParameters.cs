using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Compiled;

/// <summary>Free parameters that constraints make equal.</summary>
internal static class EqualParameters
{
    /// <summary>For each free parameter the position of the first that it is equal to, itself where it is equal to none before it.</summary>
    public static int[] Of(ParameterTable table)
    {
        int[] first = [.. Enumerable.Range(0, table.FreeCount)];
        foreach (var constraint in table.Constraints.Where(IsEquality))
        {
            int one = first[constraint.Difference.Positions[0]], other = first[constraint.Difference.Positions[1]];
            for (var i = 0; i < first.Length; i++)
                first[i] = first[i] == one || first[i] == other ? Math.Min(one, other) : first[i];
        }

        return first;
    }

    /// <summary>True for a constraint that says no more than that two parameters are equal.</summary>
    public static bool IsEquality(Constraint constraint)
    {
        var difference = constraint.Difference;
        if (!constraint.IsEquality || !difference.IsLinear || difference.Positions is not [var one, var other])
            return false;
        var gradient = new double[other + 1];
        return difference.Gradient(new double[other + 1], gradient) == 0 && gradient[one] == -gradient[other] && gradient[one] != 0;
    }
}
