using Pathwise.Reporting.Tables;

namespace Pathwise.Export.Content;

/// <summary>One item of a checklist: its number, what it is about, what is asked, and what the run says of it; null leaves it to the author.</summary>
internal sealed record ChecklistItem(string Number, string Part, string Asked, string? Answer = null)
{
    private const string Open = "AUTHOR: to be written.";

    /// <summary>The items as a table: those that the run fills, and those marked for the author.</summary>
    public static Table Table(string caption, IReadOnlyList<ChecklistItem> items, string note) => Reporting.Tables.Table.Of(
        caption,
        items,
        of =>
        [
            new("Item", items.Select(item => Cell.Text(item.Number)), isText: true),
            of.Text("What is asked", item => item.Asked),
            of.Text("From this run", item => item.Answer ?? Open),
            of.Text("State", item => item.Answer is null ? "open" : "filled, to be checked"),
        ],
        item => item.Part,
        [note]);
}
