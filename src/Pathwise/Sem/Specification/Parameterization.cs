namespace Pathwise.Sem.Specification;

/// <summary>What fixes the unit of the responses behind ordered variables, which their categories do not tell (Muthen and Asparouhov 2002).</summary>
public enum Parameterization
{
    /// <summary>Scales are parameters, one unless the syntax frees them; residual variances are what the responses' variances leave.</summary>
    Delta,

    /// <summary>Residual variances are parameters, one unless the syntax frees them; scales follow from the responses' variances.</summary>
    Theta,
}
