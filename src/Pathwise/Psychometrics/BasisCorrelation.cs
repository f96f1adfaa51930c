using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Categorical;

namespace Pathwise.Psychometrics;

/// <summary>Correlations of complete items on either basis.</summary>
internal static class BasisCorrelation
{
    /// <summary>Correlations of the columns of n x p answers; of responses NaN with an item that does not vary.</summary>
    public static Matrix<double> Of(Matrix<double> answers, CorrelationBasis basis) => basis == CorrelationBasis.Answers
        ? Moments.Correlation(answers)
        : PairwiseCorrelations.Of([.. answers.ToColumnArrays().Select(column => new OrderedMargin("", column))], EmptyCellRule.HalfInTwoByTwo);

    /// <summary>The same, after items with too many different answers to be ordered are refused.</summary>
    public static Matrix<double> Of(CompleteCases cases, CorrelationBasis basis, string source)
    {
        if (basis == CorrelationBasis.Responses)
            Require(cases, source);
        return Of(cases.Values, basis);
    }

    /// <summary>An <see cref="InputException"/> names an item with too many different answers to be ordered.</summary>
    public static void Require(CompleteCases cases, string source)
    {
        for (var j = 0; j < cases.Names.Count; j++)
            MarginCheck.Require(new OrderedMargin(cases.Names[j], cases.Values.Column(j).ToArray()), new(), source);
    }
}
