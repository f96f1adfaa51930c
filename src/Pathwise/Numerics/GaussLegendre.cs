namespace Pathwise.Numerics;

/// <summary>
/// Rules of Gauss and Legendre with 2, 4, 6, 12 and 20 points on [-1, 1]: the points above zero with their weights; each has a twin below zero.
/// Digits of Abramowitz and Stegun (1964), table 25.4.
/// </summary>
internal sealed class GaussLegendre
{
    /// <summary>Exact for polynomials up to degree 3.</summary>
    public static readonly GaussLegendre Two = new([0.57735026918962576], [1]);

    /// <summary>Exact for polynomials up to degree 7.</summary>
    public static readonly GaussLegendre Four = new([0.86113631159405258, 0.33998104358485626], [0.34785484513745386, 0.65214515486254614]);

    /// <summary>Exact for polynomials up to degree 11.</summary>
    public static readonly GaussLegendre Six = new(
        [0.93246951420315203, 0.66120938646626451, 0.23861918608319691],
        [0.17132449237917035, 0.36076157304813861, 0.46791393457269105]);

    /// <summary>Exact for polynomials up to degree 23.</summary>
    public static readonly GaussLegendre Twelve = new(
        [0.98156063424671925, 0.90411725637047486, 0.76990267419430469, 0.58731795428661745, 0.36783149899818019, 0.12523340851146892],
        [0.04717533638651183, 0.10693932599531843, 0.16007832854334623, 0.20316742672306592, 0.23349253653835481, 0.24914704581340279]);

    /// <summary>Exact for polynomials up to degree 39.</summary>
    public static readonly GaussLegendre Twenty = new(
        [
            0.99312859918509492, 0.96397192727791379, 0.91223442825132591, 0.83911697182221882, 0.74633190646015079,
            0.63605368072651503, 0.51086700195082710, 0.37370608871541956, 0.22778585114164508, 0.07652652113349733,
        ],
        [
            0.01761400713915212, 0.04060142980038694, 0.06267204833410906, 0.08327674157670475, 0.10193011981724044,
            0.11819453196151842, 0.13168863844917663, 0.14209610931838205, 0.14917298647260375, 0.15275338713072585,
        ]);

    private GaussLegendre(double[] points, double[] weights)
    {
        Points = [.. points.Select(point => -point), .. points.Reverse()];
        Weights = [.. weights, .. weights.Reverse()];
    }

    /// <summary>The points in ascending order.</summary>
    public double[] Points { get; }

    /// <summary>Their weights, which sum to 2.</summary>
    public double[] Weights { get; }
}
