using System.Text.Json;
using System.Text.Json.Serialization;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;

namespace Pathwise.Synthesis;

/// <summary>Reads a file of targets (JSON); what it does not understand is an <see cref="InputException"/> with its place.</summary>
internal static class TargetsFile
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static SynthesisTargets Read(string path) => Parse(FileText.Read(path), path);

    public static SynthesisTargets Parse(string json, string source) =>
        Of(JsonForm.Parse<File>(json, source, "targets", Form), source);

    private static SynthesisTargets Of(File file, string source) => new()
    {
        Title = file.Title,
        Model = string.Join('\n', file.Model),
        Respondents = file.Respondents,
        Lowest = file.Scale.Lowest,
        Highest = file.Scale.Highest,
        IsWishart = file.Likelihood switch
        {
            "wishart" => true,
            "normal" => false,
            _ => throw new InputException($"{source}: likelihood '{file.Likelihood}'; expected wishart, for (N - 1) F, or normal, for N F."),
        },
        Reversed = file.Reversed,
        HasDistinctRows = file.DistinctRows,
        Bootstrap = file.Bootstrap,
        Ranges = new PlausibleRanges
        {
            Mean = Pair(file.Ranges.Mean, source),
            StandardDeviation = Pair(file.Ranges.Sd, source),
            Loading = Pair(file.Ranges.Loading, source) ?? new PlausibleRanges().Loading,
            Loadings = file.Ranges.Loadings.ToDictionary(pair => pair.Key, pair => Pair(pair.Value, source) ?? throw new InputException($"{source}: the range of {pair.Key} is null; expected two numbers.")),
        },
        Targets = [.. file.Statistics.Select(row => Target(row, source))],
        Source = source,
    };

    private static Target Target(Row row, string source) => new()
    {
        Id = row.Id,
        Kind = TargetKindText.Parse(row.Kind)
            ?? throw new InputException($"{source}, statistic '{row.Id}': kind '{row.Kind}' is not known. Known: {TargetKindText.All}."),
        Printed = ReportedNumber.TryParse(row.Printed, out var number)
            ? number
            : throw new InputException($"{source}, statistic '{row.Id}': '{row.Printed}' is not a number as papers print it."),
        Of = row.Of,
        From = row.From,
        Minus = row.Minus,
        Adds = row.Adds,
        IsChoice = row.Choice,
    };

    private static (double, double)? Pair(double[]? ends, string source) => ends switch
    {
        null => null,
        [var low, var high] when low <= high => (low, high),
        _ => throw new InputException($"{source}: a range is two numbers, the lower one first; there was [{string.Join(", ", ends)}]."),
    };

    private sealed record File(IReadOnlyList<string> Model, int Respondents, Scale Scale, IReadOnlyList<Row> Statistics)
    {
        public string Title { get; init; } = "";

        public string About { get; init; } = "";

        public string Likelihood { get; init; } = "normal";

        public IReadOnlyList<string> Reversed { get; init; } = [];

        public bool DistinctRows { get; init; }

        public BootstrapDesign? Bootstrap { get; init; }

        public Ranges Ranges { get; init; } = new();
    }

    private sealed record Scale(int Lowest, int Highest);

    private sealed record Ranges
    {
        public double[]? Mean { get; init; }

        public double[]? Sd { get; init; }

        public double[]? Loading { get; init; }

        public Dictionary<string, double[]> Loadings { get; init; } = [];
    }

    private sealed record Row(string Id, string Kind, string Printed)
    {
        public string Of { get; init; } = "";

        public string From { get; init; } = "";

        public string Minus { get; init; } = "";

        public string Adds { get; init; } = "";

        public bool Choice { get; init; }
    }
}
