using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Export.Content;

/// <summary>A fitted model with all that is reported of it, computed once: every document and script is written from this.</summary>
internal sealed class Report
{
    private readonly Lazy<IReadOnlyList<EffectEstimate>> effects;
    private readonly Lazy<IReadOnlyList<ReportTable>> tables;

    public Report(FitResult fit, ReportedRun run)
    {
        (Fit, Run) = (fit, run);
        Codebook = run.Codebook ?? run.Cleaning?.Data.Codebook;
        IsSynthetic = run.IsSynthetic ?? Codebook is { IsSynthetic: true };
        effects = new(EstimateEffects);
        tables = new(() => [.. SampleTables.Of(this), .. CorrelationTables.Of(this), .. MeasurementTables.Of(this), .. StructuralTables.Of(this), .. ThresholdTables.Of(this), .. EffectTables.Of(this), ModelsTable.Of(this)]);
    }

    /// <summary>The fitted model.</summary>
    public FitResult Fit { get; }

    /// <summary>What is known of the run.</summary>
    public ReportedRun Run { get; }

    /// <summary>The codebook of the data, or null.</summary>
    public Codebook? Codebook { get; }

    /// <summary>True when nobody gave the answers.</summary>
    public bool IsSynthetic { get; }

    /// <summary>What every file says first; null for answers that were given.</summary>
    public string? Notice => IsSynthetic ? "SYNTHETIC DATA: nobody gave these answers. Nothing here is evidence about people or firms." : null;

    /// <summary>The effects; empty for a model without regressions and definitions.</summary>
    public IReadOnlyList<EffectEstimate> Effects => effects.Value;

    /// <summary>All tables, in their order.</summary>
    public IReadOnlyList<ReportTable> Tables => tables.Value;

    /// <summary>The groups: number from 1 and label, which is empty when there is one.</summary>
    public IEnumerable<(int Number, string Label)> Groups => Fit.Table.GroupLabels.Select((label, i) => (i + 1, Fit.Table.GroupCount > 1 ? label : ""));

    /// <summary>The program and its version.</summary>
    public static string Program { get; } = $"Pathwise {typeof(FitResult).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>What a variable is called for people: the title of its item or scale, or its name.</summary>
    public string Label(string variable) =>
        Codebook?.Items.FirstOrDefault(item => item.Name == variable)?.Title is { Length: > 0 } title ? title
        : Codebook?.Scales.FirstOrDefault(scale => scale.Name == variable)?.Title is { Length: > 0 } scale ? scale
        : variable;

    /// <summary>A caption with the group that it is of.</summary>
    public static string Caption(string caption, string group) => group.Length > 0 ? $"{caption}: Group {group}" : caption;

    /// <summary>A table's name with the number of its group.</summary>
    public string NameOf(string table, int group) => Fit.Table.GroupCount > 1 ? FormattableString.Invariant($"{table}-{group}") : table;

    /// <summary>A document with the notice of this report.</summary>
    public ReportDocument Document(string title, IReadOnlyList<ReportSection> sections, IReadOnlyList<ReportTable> shown) => new(title, Notice, sections, shown);

    /// <summary>A table with further notes.</summary>
    public static Table With(Table table, string caption, IEnumerable<string> notes) =>
        new(caption, table.Columns, table.Groups.Count > 0 ? table.Groups : null, [.. table.Notes, .. notes]);

    private IReadOnlyList<EffectEstimate> EstimateEffects() => Run.Estimates is { } given ? given
        : Fit.Table.Definitions.Count == 0 && Fit.Table.Rows.All(row => row.Operator != Operator.Regression) ? []
        : Fit.EstimateEffects(Run.Effects, Run.Bootstrap);
}
