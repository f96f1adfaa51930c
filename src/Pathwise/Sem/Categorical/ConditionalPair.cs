using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// The likelihood of two variables given covariates as a function of the correlation of what these do not predict, the parameters of each held at their values
/// from the first step.
/// </summary>
internal abstract class ConditionalPair : PairLikelihood
{
    private readonly ConditionalMargin first, second;

    protected ConditionalPair(ConditionalMargin first, ConditionalMargin second, int cases)
    {
        (this.first, this.second) = (first, second);
        Rows = [.. Enumerable.Range(0, cases).Where(row => first.Has(row) && second.Has(row))];
    }

    /// <summary>The cases that have both.</summary>
    protected int[] Rows { get; }

    public override int Cases => Rows.Length;

    /// <summary>The likelihood of two variables, maximized.</summary>
    public static ConditionalPair Of(ConditionalMargin first, ConditionalMargin second, int cases) => (first, second) switch
    {
        (ProbitMargin one, ProbitMargin other) => new ConditionalPolychoric(one, other, cases),
        (LinearMargin one, ProbitMargin other) => new ConditionalPolyserial(one, other, cases),
        (ProbitMargin one, LinearMargin other) => new ConditionalPolyserial(other, one, cases),
        _ => new ConditionalPearson((LinearMargin)first, (LinearMargin)second, cases),
    };

    public override void WriteInfluence(Span<double> target)
    {
        target.Clear();
        var (scores, byFirst, bySecond) = Derivatives();
        var squares = VectorKernels.Dot(scores, scores);
        for (var i = 0; i < Rows.Length; i++)
            target[Rows[i]] = scores[i];
        Pass(first, byFirst, target);
        Pass(second, bySecond, target);
        for (var row = 0; row < target.Length; row++)
            target[row] /= squares;
    }

    /// <summary>The cases' scores at the maximum, and the sums of their products with the scores by the parameters of the two variables.</summary>
    protected abstract (double[] Scores, double[] First, double[] Second) Derivatives();

    private static void Pass(ConditionalMargin margin, double[] cross, Span<double> target)
    {
        for (var k = 0; k < cross.Length; k++)
            VectorKernels.AddScaled(-cross[k], margin.Influences[k], target);
    }
}
