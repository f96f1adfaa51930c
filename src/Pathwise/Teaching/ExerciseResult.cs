namespace Pathwise.Teaching;

/// <summary>An answer to an exercise, judged: the verdict and what helps.</summary>
[TypeFormatterSource]
public sealed record ExerciseResult(ExerciseVerdict Verdict, string Message);
