using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Sam;

/// <summary>Where the free parameters of the whole model come from: of measurement from their block, the others from the structural model.</summary>
internal sealed class JointPoint
{
    private JointPoint(SamDesign design)
    {
        var structure = RowKey.Free(design.Structure);
        Dictionary<RowKey, int>[] blocks = [.. design.Blocks.Select(RowKey.Free)];
        Origins = new (int, int)[design.Joint.FreeCount];
        foreach (var row in design.Joint.Rows.Where(row => row.IsFree))
        {
            var key = RowKey.Of(row);
            var block = structure.ContainsKey(key) ? -1 : Array.FindIndex(blocks, each => each.ContainsKey(key));
            Origins[row.Free - 1] = (block, (block < 0 ? structure : blocks[block])[key]);
        }
    }

    /// <summary>Of each free parameter the block, counted from 0 (-1 for the structural model), and the position there.</summary>
    public (int Block, int Position)[] Origins { get; }

    /// <summary>Of a design without products of latent variables.</summary>
    public static JointPoint Of(SamDesign design) => new(design);

    /// <summary>The free parameters of the whole model.</summary>
    public double[] Values(IReadOnlyList<FitResult> blocks, IReadOnlyList<double> structure) =>
        [.. Origins.Select(origin => origin.Block < 0 ? structure[origin.Position] : blocks[origin.Block].Values[origin.Position])];

    /// <summary>Positions of the structural parameters, in the order of the structural table.</summary>
    public int[] Structural => [.. Origins.Index().Where(each => each.Item.Block < 0).OrderBy(each => each.Item.Position).Select(each => each.Index)];

    /// <summary>Positions of the measurement parameters.</summary>
    public int[] Measurement => [.. Origins.Index().Where(each => each.Item.Block >= 0).Select(each => each.Index)];
}
