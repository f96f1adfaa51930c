using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>The shades of each tone. The hues are those of Okabe and Ito (2008), made darker or lighter for the paper.</summary>
internal static class Palette
{
    public const string LightPaper = "#ffffff";
    public const string DarkPaper = "#16191d";

    /// <summary>The shade on light paper.</summary>
    public static string Light(Tone tone) => tone switch
    {
        Tone.Blue => "#0068a8",
        Tone.Vermilion => "#c24a00",
        Tone.Green => "#007a5a",
        Tone.Purple => "#9c4a80",
        Tone.Amber => "#9a6700",
        Tone.Muted => "#6b7280",
        _ => "#1f2328",
    };

    /// <summary>The shade on dark paper.</summary>
    public static string Dark(Tone tone) => tone switch
    {
        Tone.Blue => "#62b4ee",
        Tone.Vermilion => "#ff8f52",
        Tone.Green => "#3fcf9f",
        Tone.Purple => "#e39cc9",
        Tone.Amber => "#f0b73f",
        Tone.Muted => "#9aa4b0",
        _ => "#e8eaed",
    };
}
