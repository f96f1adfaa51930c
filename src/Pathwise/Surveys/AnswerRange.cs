namespace Pathwise.Surveys;

/// <summary>The whole numbers that an item may be answered with, both ends included.</summary>
[TypeFormatterSource]
public sealed record AnswerRange
{
    private const int Widest = 10_000;

    /// <summary>From <paramref name="lowest"/> to <paramref name="highest"/>, which must be the greater.</summary>
    public AnswerRange(int lowest, int highest)
    {
        if (lowest >= highest)
            throw new InputException($"The lowest answer is {lowest} and the highest {highest}; expected a range of at least two answers.");
        if ((long)highest - lowest > Widest)
            throw new InputException($"The lowest answer is {lowest} and the highest {highest}; expected a range of at most {Widest} steps.");
        (Lowest, Highest) = (lowest, highest);
    }

    /// <summary>The lowest answer.</summary>
    public int Lowest { get; }

    /// <summary>The highest answer.</summary>
    public int Highest { get; }

    /// <summary>Whether an answer lies in the range.</summary>
    public bool Contains(double answer) => answer >= Lowest && answer <= Highest;

    /// <summary>The answer as if the item had been worded the other way round: the ends change places.</summary>
    public double Reverse(double answer) => (double)Lowest + Highest - answer;

    /// <summary>The range as people write it: 1 to 7.</summary>
    public override string ToString() => $"{Lowest} to {Highest}";
}
