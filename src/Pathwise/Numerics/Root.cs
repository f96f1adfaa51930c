namespace Pathwise.Numerics;

/// <summary>The root of a continuous function of one variable.</summary>
internal static class Root
{
    /// <summary>
    /// The root between <paramref name="lower"/> and <paramref name="upper"/>, where the function has opposite signs: false
    /// position with halved weights (Illinois), with a bisection whenever that gains too little. Ends at the resolution of doubles or at
    /// <paramref name="tolerance"/>.
    /// </summary>
    public static double Between(Func<double, double> function, double lower, double upper, double tolerance = 0)
    {
        double atLower = function(lower), atUpper = function(upper);
        if (atLower == 0 || atUpper == 0)
            return atLower == 0 ? lower : upper;
        if (Math.Sign(atLower) == Math.Sign(atUpper))
            throw new ArgumentException("The function has the same sign at both ends.", nameof(function));

        for (var step = 0; step < 200; step++)
        {
            var width = upper - lower;
            var point = step % 3 == 2 ? lower + (0.5 * width) : lower - (atLower * width / (atUpper - atLower));
            if (!(point > lower && point < upper))
                point = lower + (0.5 * width);
            if (width <= tolerance || point == lower || point == upper)
                break;

            var value = function(point);
            if (value == 0)
                return point;
            if (Math.Sign(value) == Math.Sign(atLower))
                (lower, atLower, atUpper) = (point, value, 0.5 * atUpper);
            else
                (upper, atUpper, atLower) = (point, value, 0.5 * atLower);
        }

        return lower + (0.5 * (upper - lower));
    }

    /// <summary>
    /// The root above <paramref name="start"/> of a function that changes its sign once there: the bracket doubles from
    /// <paramref name="step"/>. Null when there is none below 1e15.
    /// </summary>
    public static double? Above(Func<double, double> function, double start, double step, double tolerance = 0)
    {
        var sign = Math.Sign(function(start));
        if (sign == 0)
            return start;
        double lower = start, upper = start + step;
        while (Math.Sign(function(upper)) == sign)
        {
            (lower, upper) = (upper, upper + (2 * (upper - lower)));
            if (upper > 1e15)
                return null;
        }

        return Between(function, lower, upper, tolerance);
    }
}
