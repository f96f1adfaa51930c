namespace Pathwise.Sem.Estimation;

/// <summary>What becomes of cases that miss a value.</summary>
public enum MissingData
{
    /// <summary>Cases that miss a value of the model are left out.</summary>
    Listwise,

    /// <summary>Full information: each case contributes the likelihood of the values it has (Arbuckle 1996).</summary>
    Fiml,

    /// <summary>With ordered variables: each threshold and correlation is of the cases that have its variables (Muthen 1984).</summary>
    Pairwise,

    /// <summary>
    /// Two stages: the most likely means and covariances without a model, then the model on these as if they were of complete cases, with the errors and the test
    /// that the first stage makes necessary for normal data (Yuan and Bentler 2000; Savalei and Bentler 2009).
    /// </summary>
    TwoStage,

    /// <summary>The same with errors and a test that do not rest on normal data (Savalei and Falk 2014).</summary>
    RobustTwoStage,
}

/// <summary>What follows from a treatment of missing values.</summary>
internal static class MissingDataText
{
    /// <summary>True where means and covariances are estimated before the model.</summary>
    public static bool HasTwoStages(this MissingData missing) => missing is MissingData.TwoStage or MissingData.RobustTwoStage;

    /// <summary>True where the means are part of what is estimated from the cases, so that the model has to have them.</summary>
    public static bool NeedsMeans(this MissingData missing) => missing == MissingData.Fiml || missing.HasTwoStages();
}
