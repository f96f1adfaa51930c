namespace Pathwise.Notebooks.Documents;

/// <summary>What a cell of a notebook holds.</summary>
public enum CellKind
{
    /// <summary>C#, run by the engine.</summary>
    Code,

    /// <summary>Text in Markdown.</summary>
    Markdown,

    /// <summary>Text that is neither run nor rendered.</summary>
    Raw,
}
