using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Power;

namespace Pathwise.Reporting.Designs;

/// <summary>Power studies: their tables with the figures that belong to them.</summary>
internal static class ShownPower
{
    public static Summary Of(PowerResult result) => With(PowerExhibit.Of(result), result.Effects.Count == 0 ? [] : [result.Draw(), result.DrawCoverage()]);

    public static Summary Of(PowerCurve curve) => With(PowerExhibit.Of(curve), curve.Results[^1].Effects.Count == 0 ? [] : [curve.Draw()]);

    private static Summary With(Summary tables, IEnumerable<Figure> figures) => new(tables.Title, [.. tables.Parts, .. figures]);
}
