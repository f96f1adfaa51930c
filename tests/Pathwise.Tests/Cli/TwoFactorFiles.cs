using System.Globalization;
using Pathwise.Numerics;

namespace Pathwise.Tests.Cli;

/// <summary>A folder with the cases of two correlated factors of three indicators each, in two schools.</summary>
internal sealed class TwoFactorFiles : IDisposable
{
    public const string Model = "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6\n";
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public TwoFactorFiles()
    {
        var random = RandomStream.For(7, 1);
        Cases = [.. Enumerable.Range(0, 120).Select(_ =>
        {
            var (f, g) = (random.NextNormal(), random.NextNormal());
            return Enumerable.Range(0, 6).Select(i => (i < 3 ? f : (0.6 * f) + (0.8 * g)) + (0.7 * random.NextNormal())).ToArray();
        })];
        Data = Write("data.csv", "x1,x2,x3,x4,x5,x6,school\n" + string.Join('\n', Cases.Select((row, i) => $"{Line(row)},{(i % 2 == 0 ? "a" : "b")}")));
        Covariances = Write("cov.csv", "x1,x2,x3,x4,x5,x6\n" + string.Join('\n', Enumerable.Range(0, 6).Select(i =>
            Line(Enumerable.Range(0, i + 1).Select(j => Covariance(i, j))))));
    }

    public IReadOnlyList<double[]> Cases { get; }

    /// <summary>The cases.</summary>
    public string Data { get; }

    /// <summary>The lower triangle of their covariances, divided by n - 1.</summary>
    public string Covariances { get; }

    public string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private double Covariance(int i, int j)
    {
        var (first, second) = (Cases.Average(row => row[i]), Cases.Average(row => row[j]));
        return Cases.Sum(row => (row[i] - first) * (row[j] - second)) / (Cases.Count - 1);
    }

    private static string Line(IEnumerable<double> values) =>
        string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
