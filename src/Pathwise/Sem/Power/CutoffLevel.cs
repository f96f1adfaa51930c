namespace Pathwise.Sem.Power;

/// <summary>Samples of one population by one shape of answers.</summary>
[TypeFormatterSource]
public sealed record CutoffLevel
{
    /// <summary>What the population has and the model leaves out.</summary>
    public required Misspecification Misspecification { get; init; }

    /// <summary>How the answers are distributed.</summary>
    public required AnswerShape Shape { get; init; }

    /// <summary>Number of samples drawn.</summary>
    public required int Drawn { get; init; }

    /// <summary>Number of them whose fit converged: of these are the shares.</summary>
    public required int Converged { get; init; }

    /// <summary>Share of the samples in which the chi-square rejects at .05.</summary>
    public required double Rejected { get; init; }

    /// <summary>Standard error of that share.</summary>
    public required double RejectedError { get; init; }

    /// <summary>cfi, rmsea and srmr.</summary>
    public required IReadOnlyList<IndexCutoff> Indices { get; init => field = ValueList.Of(value); }
}
