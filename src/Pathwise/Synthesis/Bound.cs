namespace Pathwise.Synthesis;

/// <summary>A printed bootstrap bound or p-value, of the total effect between two latent variables.</summary>
internal sealed record Bound(Target Target, int From, int To)
{
    public double Printed => (double)Target.Printed.Value;
}
