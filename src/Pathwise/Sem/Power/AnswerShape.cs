namespace Pathwise.Sem.Power;

/// <summary>How simulated answers are distributed; their covariances are the population's in each case.</summary>
public enum AnswerShape
{
    /// <summary>Normally.</summary>
    Normal,

    /// <summary>Each by a cubic polynomial of a normal variable, with skewness 2 and excess kurtosis 7 (Fleishman 1978; Vale and Maurelli 1983).</summary>
    Skewed,

    /// <summary>Cut to seven points of equal width over five standard deviations.</summary>
    SevenPoints,

    /// <summary>Cut to the answers that the data have, in their shares.</summary>
    Points,
}

/// <summary>Words of the shapes.</summary>
public static class AnswerShapeText
{
    /// <summary>The word on the command line.</summary>
    public static string Text(this AnswerShape shape) => shape switch
    {
        AnswerShape.Skewed => "skewed",
        AnswerShape.SevenPoints => "seven",
        AnswerShape.Points => "points",
        _ => "normal",
    };

    /// <summary>The heading in tables and figures.</summary>
    public static string Heading(this AnswerShape shape) => shape switch
    {
        AnswerShape.Skewed => "skewed answers",
        AnswerShape.SevenPoints => "answers on seven points",
        AnswerShape.Points => "answers cut to the data's points",
        _ => "normal answers",
    };
}
