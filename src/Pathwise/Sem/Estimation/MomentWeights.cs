using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>The weight matrix W, m x m, of the covariances and means of one sample's continuous variables, in the order of <see cref="MomentVector"/>.</summary>
internal static class MomentWeights
{
    /// <summary>The weights of a kind.</summary>
    /// <exception cref="InputException">Full weights of more moments than the cases allow.</exception>
    public static ResponseWeights Of(ResponseWeighting kind, SampleMoments sample, bool hasMeans)
    {
        if (kind == ResponseWeighting.Unweighted)
            return ResponseWeights.Unit((sample.Names.Count * (sample.Names.Count + 1) / 2) + (hasMeans ? sample.Names.Count : 0));
        var moments = sample.FourthOrder(hasMeans);
        return kind == ResponseWeighting.Diagonal
            ? ResponseWeights.Diagonal([.. Enumerable.Range(0, moments.Size).Select(k => 1 / moments.Asymptotic[(k * moments.Size) + k])])
            : ResponseWeights.Full(moments.Inverse ?? throw new InputException(
                $"{SampleMoments.Where(sample.Group)} has {sample.Count} cases, and full weighted least squares (WLS) needs the inverse of the asymptotic covariance of {moments.Size} moments, which has none with so few; use WLSMV, MLR or MLMV."), moments.Size);
    }
}
