using System.Globalization;
using System.Text;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Import.Drafts;

/// <summary>
/// The draft of a codebook for an imported file: what the file says is written, what is guessed from it is marked as a guess, and a number
/// that may stand for a missing answer is proposed in a comment.
/// </summary>
internal sealed class CodebookDraft
{
    private readonly ImportedFile file;
    private readonly IReadOnlyList<ScaleGuess> scales;
    private readonly StringBuilder text = new();

    private CodebookDraft(ImportedFile file)
    {
        this.file = file;
        scales = ScaleGuess.Of(file);
    }

    /// <summary>The text of the draft.</summary>
    public static string Of(ImportedFile file)
    {
        var draft = new CodebookDraft(file);
        draft.WriteHead();
        draft.WriteScales();
        draft.WriteColumns();
        return draft.text.ToString();
    }

    private void WriteHead()
    {
        var name = Path.GetFileName(file.Source);
        Line($"# A draft, made from {Comment(name)} by pathwise import. What is guessed says so: confirm it or change it.");
        Line($"title: {YamlText.Quoted(name)}");
        Line($"about: {YamlText.Quoted($"Imported from {name} ({file.Form}). Say here where the data come from and what a reader must know before using them.")}");
    }

    private void WriteScales()
    {
        if (scales.Count > 0)
            Line("# The scales are guessed from the names of the columns.");
        Line(scales.Count > 0 ? "scales:" : "scales: []");
        foreach (var scale in scales)
        {
            Line($"  - name: {YamlText.Name(scale.Name)}");
            Line($"    title: {YamlText.Quoted(scale.Name)}");
            Line($"    lowest: {Text(scale.Lowest)}  # {(scale.IsFromLabels ? "by the labels" : "by the answers that occur: a guess")}");
            Line($"    highest: {Text(scale.Highest)}");
            if (Labels(scale) is { Length: > 0 } labels)
                Line($"    labels: {YamlText.Map(labels, areNumbers: true)}");
            Line("    items:");
            foreach (var item in scale.Items)
                WriteItem(item);
        }
    }

    private static (string, string)[] Labels(ScaleGuess scale) =>
        [.. scale.Items.SelectMany(item => item.Labels).DistinctBy(label => label.Code).Where(label => label.Text.Length > 0)
            .Select(label => (label, number: Number.IsNumber(label.Code) ? Number.Parse(label.Code) : double.NaN))
            .Where(each => each.number >= scale.Lowest && each.number <= scale.Highest && double.IsInteger(each.number))
            .OrderBy(each => each.number).Select(each => (Text((int)each.number), each.label.Text))];

    private void WriteItem(ImportedColumn item)
    {
        Line($"      - name: {YamlText.Name(item.Name)}");
        Line($"        text: {Wording(item)}");
        if (ScaleGuess.IsNamedReversed(item.Name))
            Line("        # reversed: true  # a guess from the name: confirm it by taking away the first #");
        WriteMissing(item, "        ");
    }

    private void WriteColumns()
    {
        var items = scales.SelectMany(scale => scale.Items).ToHashSet();
        var others = file.Columns.Where(column => !items.Contains(column)).ToArray();
        Line(others.Length > 0 ? "columns:" : "columns: []");
        var identifier = Array.Find(others, ColumnGuess.IsIdentifier);
        foreach (var column in others)
        {
            var kind = column == identifier ? "identifier" : ColumnGuess.Kind(column);
            Line($"  - name: {YamlText.Name(column.Name)}");
            Line($"    kind: {kind}");
            Line($"    text: {Wording(column)}");
            if (kind == "choice")
                Line($"    values: {YamlText.Map(ColumnGuess.Values(column), areNumbers: false)}");
            WriteMissing(column, "    ");
        }
    }

    private static string Wording(ImportedColumn column) => YamlText.Quoted(!string.IsNullOrWhiteSpace(column.Text) ? column.Text.Trim() : column.Heading ?? column.Name);

    // A word among numbers can be no answer; a number can, until somebody confirms that it is none.
    private void WriteMissing(ImportedColumn column, string indent)
    {
        var certain = column.Missing.Where(IsInForce).ToArray();
        var guessed = column.Missing.Except(certain).ToArray();
        if (certain.Length > 0)
            Line($"{indent}missing: {Map(certain)}");
        if (guessed.Length > 0)
            Line($"{indent}# missing: {Map([.. certain, .. guessed])}  # a guess: confirm it by taking away the first #{(certain.Length > 0 ? " and the line above" : "")}");
    }

    private static bool IsInForce(MissingReason missing) => missing.IsDeclared || !Number.IsNumber(missing.Code);

    private static string Map(IEnumerable<MissingReason> missing) => YamlText.Map(missing.Select(each => (each.Code, each.Reason)), areNumbers: false);

    private static string Comment(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Line(string line) => text.Append(line).Append('\n');
}
