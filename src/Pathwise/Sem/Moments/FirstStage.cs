namespace Pathwise.Sem.Moments;

/// <summary>
/// The first of two stages of estimation: the most likely means and covariances of cases that may miss values, without a model. Immutable.
/// </summary>
/// <param name="Whole">The cases with all variables of the stage, those that only help to find the moments last.</param>
/// <param name="Search">The moments of all of them and how they were found.</param>
/// <param name="Kept">Number of the variables that a model is then fitted to: the first ones.</param>
internal sealed record FirstStage(SampleMoments Whole, SaturatedMoments Search, int Kept)
{
    /// <summary>Runs the stage on a sample whose first <paramref name="kept"/> variables are the model's, one of many like that of another stage where one is given.</summary>
    public static FirstStage Of(SampleMoments sample, int kept, FirstStage? near = null) => new(sample, SaturatedMoments.Of(sample, near?.Search.Moments), kept);

    /// <summary>The sample of the model's variables: their cases with the moments that were found.</summary>
    public SampleMoments Sample() => Whole.Select([.. Whole.Names.Take(Kept)]).After(this);
}
