using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>Starting values of one group's cells.</summary>
internal sealed class GroupStart
{
    private readonly ModelStructure structure;
    private readonly SampleMoments sample;
    private readonly int[] observedOf;
    private readonly bool[] isEndogenous;
    private readonly double[] variances;
    private readonly int[] markers;

    public GroupStart(ModelStructure structure, IReadOnlyList<ModelCell> cells, SampleMoments sample)
    {
        (this.structure, this.sample) = (structure, sample);
        var m = structure.Latents.Count;
        observedOf = [.. structure.Latents.Select(name => structure.Observed.ToList().IndexOf(name))];
        isEndogenous = [.. Enumerable.Range(0, m).Select(i => cells.Any(cell => cell.Matrix == ModelMatrix.Beta && cell.Row == i))];
        (variances, markers) = (new double[m], new int[m]);
        Array.Fill(markers, -1);
        foreach (var cell in cells.Where(cell => cell.Matrix == ModelMatrix.Lambda && cell.Free < 0 && cell.Fixed != 0))
            TakeMarker(cell);
        foreach (var cell in cells.Where(cell => cell.Matrix == ModelMatrix.Lambda && cell.Free >= 0 && markers[cell.Column] < 0))
            markers[cell.Column] = cell.Row;
        for (var pass = 0; pass < m; pass++)
        {
            foreach (var cell in cells.Where(cell => IsHigherMarker(cell)))
                variances[cell.Column] = variances[cell.Row] / 2 / (cell.Fixed * cell.Fixed);
        }
    }

    /// <summary>The starting value of a free cell.</summary>
    public double Value(ModelCell cell) => cell.Matrix switch
    {
        ModelMatrix.Lambda => Loading(cell),
        ModelMatrix.Beta => structure.Table.Rows[cell.TableRow].Operator == Operator.Loading ? 1 : 0,
        ModelMatrix.Psi when cell.Row == cell.Column => LatentVariance(cell.Row),
        ModelMatrix.Psi => LatentCovariance(cell),
        ModelMatrix.Theta => cell.Row == cell.Column ? sample.Covariance[cell.Row, cell.Row] / 2 : 0,
        ModelMatrix.Nu => sample.Means![cell.Row],
        ModelMatrix.Tau => sample.Responses!.Thresholds[cell.Row]![cell.Column],
        ModelMatrix.Delta => 1,
        _ => observedOf[cell.Row] >= 0 ? sample.Means![observedOf[cell.Row]] : 0,
    };

    /// <summary>About the standard deviation of a structural variable: the sample's, or that of the marker's common part.</summary>
    public double Deviation(int latent) => Math.Sqrt(
        observedOf[latent] is >= 0 and var observed ? sample.Covariance[observed, observed] : variances[latent] > 0 ? variances[latent] : 1);

    private void TakeMarker(ModelCell cell)
    {
        if (observedOf[cell.Column] >= 0 || markers[cell.Column] >= 0)
            return;
        markers[cell.Column] = cell.Row;
        variances[cell.Column] = sample.Covariance[cell.Row, cell.Row] / 2 / (cell.Fixed * cell.Fixed);
    }

    private bool IsHigherMarker(ModelCell cell) =>
        cell.Matrix == ModelMatrix.Beta && cell.Free < 0 && cell.TableRow >= 0 && cell.Fixed != 0
        && structure.Table.Rows[cell.TableRow].Operator == Operator.Loading
        && variances[cell.Column] == 0 && variances[cell.Row] > 0;

    private double Loading(ModelCell cell)
    {
        var marker = markers[cell.Column];
        var sign = sample.Covariance[cell.Row, marker] < 0 ? -1 : 1;
        var latent = variances[cell.Column] > 0 ? variances[cell.Column] : 1;
        return sign * Math.Sqrt(sample.Covariance[cell.Row, cell.Row] / 2 / latent);
    }

    private double LatentVariance(int latent)
    {
        if (observedOf[latent] is >= 0 and var observed)
            return sample.Covariance[observed, observed] * (isEndogenous[latent] ? 0.5 : 1);
        return (variances[latent] > 0 ? variances[latent] : 1) * (isEndogenous[latent] ? 0.5 : 1);
    }

    private double LatentCovariance(ModelCell cell)
    {
        var (i, j) = (observedOf[cell.Row], observedOf[cell.Column]);
        return i >= 0 && j >= 0 && !isEndogenous[cell.Row] && !isEndogenous[cell.Column] ? sample.Covariance[i, j] : 0;
    }
}
