using System.Globalization;

namespace Pathwise.Numerics;

/// <summary>The level of an interval: a share such as 0.95.</summary>
internal static class ConfidenceLevel
{
    /// <summary>A level that is not between 0 and 1 is an <see cref="InputException"/>.</summary>
    public static void Require(double level)
    {
        if (!(level > 0 && level < 1))
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The level of the interval is {level}; expected a share between 0 and 1, such as 0.95."));
    }
}
