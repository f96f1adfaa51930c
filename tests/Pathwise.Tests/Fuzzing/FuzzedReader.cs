using System.Text;
using System.Text.RegularExpressions;

namespace Pathwise.Tests.Fuzzing;

/// <summary>One kind of file that the program reads: valid examples of it, and what reads it.</summary>
internal sealed partial class FuzzedReader(string extension, Action<string> read, params string[] examples)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    // To see again what a long run found: files before this number are made and not read.
    private static readonly int From = int.TryParse(Environment.GetEnvironmentVariable("PATHWISE_FUZZ_FROM"), out var number) ? number : 0;

    private readonly byte[][] _examples = [.. examples.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Examples that are no text.</summary>
    public FuzzedReader(string extension, Action<string> read, params byte[][] examples)
        : this(extension, read, Array.Empty<string>()) => _examples = examples;

    /// <summary>
    /// Reads examples and spoiled ones; what is neither read nor refused is described, and so is what takes ten seconds. A stack overflow ends
    /// the process, which no test overlooks.
    /// </summary>
    public (int Read, int Refused, IReadOnlyList<string> Faults) Run(int count, int seed, string folder)
    {
        var (mutator, path) = (new Mutator(seed), Path.Combine(folder, "fuzzed" + extension));
        var (good, refused, faults) = (0, 0, new SortedDictionary<string, string>(StringComparer.Ordinal));
        for (var i = 0; i < count; i++)
        {
            var file = i < _examples.Length ? _examples[i] : mutator.Spoil(_examples[i % _examples.Length]);
            if (i < From)
                continue;
            File.WriteAllBytes(path, file);
            var started = TimeProvider.System.GetTimestamp();
            try
            {
                read(path);
                good++;
            }
            catch (Exception refusal) when (refusal is InputException or NumericalException)
            {
                refused++;
                if (i < _examples.Length)
                    faults["example"] = $"The example {i} is refused: {refusal.Message}";
                if (TypeName().IsMatch(refusal.Message))
                    faults["type names"] = refusal.Message;
            }
            catch (Exception fault)
            {
                Keep(faults, fault, i, file, folder);
            }

            if (TimeProvider.System.GetElapsedTime(started) is var taken && taken > Slow && faults.TryAdd("slow", $"input {i} took {taken.TotalSeconds:0} s"))
                Keep(file, folder, "slow");
        }

        return (good, refused, [.. faults.Values]);
    }

    [GeneratedRegex(@"\b(System|Pathwise)\.[A-Z]\w+")]
    private static partial Regex TypeName();

    // Each place in the code once.
    private static void Keep(SortedDictionary<string, string> faults, Exception fault, int number, byte[] file, string folder)
    {
        var place = fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Pathwise.", StringComparison.Ordinal))?.Trim() ?? "";
        var key = $"{fault.GetType().Name} {place}";
        if (!faults.TryAdd(key, $"input {number}: {key}: {fault.Message}"))
            return;
        Keep(file, folder, $"{faults.Count}");
    }

    private static void Keep(byte[] file, string folder, string name)
    {
        if (Environment.GetEnvironmentVariable("PATHWISE_FUZZ_KEEP") is { Length: > 0 } kept)
            File.WriteAllBytes(Path.Combine(kept, $"{Path.GetFileName(folder)}-{name}"), file);
    }
}
