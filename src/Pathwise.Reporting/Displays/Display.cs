namespace Pathwise.Reporting.Displays;

/// <summary>One form of a display, in the shape that notebook kernels look for by name.</summary>
internal sealed class Display(string mimeType, Func<object, string?> form)
{
    /// <summary>The form.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>The type it is for when that is not the marked type itself.</summary>
    public Type? Type { get; init; }

    /// <summary>Writes the value in this form; false when it does not have it.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (form(instance) is not { } text)
            return false;
        writer.Write(text);
        return true;
    }
}
