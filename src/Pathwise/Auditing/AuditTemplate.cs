namespace Pathwise.Auditing;

/// <summary>A file of statistics to fill in: an example of every kind of statistic, with its links and details.</summary>
public static class AuditTemplate
{
    /// <summary>The file in YAML; the example is a made-up paper in which nothing is inconsistent.</summary>
    public static string Text()
    {
        using var stream = typeof(AuditTemplate).Assembly.GetManifestResourceStream("audit-template.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
