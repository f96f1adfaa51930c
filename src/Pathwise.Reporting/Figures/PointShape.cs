namespace Pathwise.Reporting.Figures;

/// <summary>The shape of points, so that series differ by more than colour.</summary>
public enum PointShape
{
    /// <summary>A filled circle.</summary>
    Circle,

    /// <summary>A filled square.</summary>
    Square,

    /// <summary>A filled diamond.</summary>
    Diamond,

    /// <summary>A circle without filling.</summary>
    Ring,
}
