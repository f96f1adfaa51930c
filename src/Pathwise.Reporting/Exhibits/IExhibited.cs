namespace Pathwise.Reporting.Exhibits;

/// <summary>A result of an assembly that builds on this one, which says itself how it is shown.</summary>
public interface IExhibited
{
    /// <summary>What people see of it.</summary>
    Exhibit ToExhibit();
}
