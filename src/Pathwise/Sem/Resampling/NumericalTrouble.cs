using MathNet.Numerics;

namespace Pathwise.Sem.Resampling;

/// <summary>Tells what a sample does to a computation from what is wrong with the program or the machine.</summary>
internal static class NumericalTrouble
{
    /// <summary>
    /// True for exceptions by which the estimation of one sample of many may end: it lacks what the model needs, a matrix cannot be
    /// factorised, a search does not converge.
    /// </summary>
    public static bool IsShownBy(Exception problem) =>
        problem is InputException or ArithmeticException or ArgumentException and not ArgumentNullException or InvalidOperationException or NonConvergenceException;
}
