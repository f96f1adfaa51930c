using System.Globalization;
using CsvHelper;
using Pathwise.Numerics;
using Pathwise.Surveys;

namespace Pathwise.Synthesis.Export;

/// <summary>A raw survey file made by a recipe: the usable answers, wrapped in what real exports have around them.</summary>
public sealed class RawExport
{
    private readonly Codebook codebook;
    private readonly List<ExportRow> rows;

    private RawExport(string file, Codebook codebook, List<ExportRow> rows)
    {
        File = file;
        this.codebook = codebook;
        this.rows = rows;
    }

    /// <summary>The name of the file that the recipe makes.</summary>
    public string File { get; }

    /// <summary>The number of rows below the header.</summary>
    public int Count => rows.Count;

    /// <summary>
    /// Makes the rows that a recipe describes. A recipe that does not fit its codebook, or cannot be followed, is an
    /// <see cref="InputException"/>.
    /// </summary>
    public static RawExport Make(string recipePath)
    {
        var recipe = ExportRecipe.Read(recipePath);
        var folder = Path.GetDirectoryName(recipePath)!;
        var codebook = Codebook.Read(Path.Combine(folder, recipe.Codebook));
        try
        {
            return new RawExport(recipe.File, codebook, Rows(recipe, folder, codebook));
        }
        catch (InputException problem)
        {
            throw new InputException($"{recipePath}: {problem.Message}", problem);
        }
    }

    /// <summary>Writes the file: comma-separated, a header row, blank where there is nothing, lines ended by a line feed.</summary>
    public void Write(TextWriter writer)
    {
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        var columns = codebook.Columns.Select(column => column.Name).ToArray();
        csv.WriteRecord([.. columns, .. codebook.ItemNames]);
        foreach (var row in rows)
            csv.WriteRecord([.. columns.Select(column => row.Values.GetValueOrDefault(column, "")), .. row.Answers.Select(Text)]);
    }

    private static List<ExportRow> Rows(ExportRecipe recipe, string folder, Codebook codebook)
    {
        var stream = RandomStream.For(recipe.Seed, 1);
        var usable = UsableAnswers.Of(recipe, folder, codebook).Select(answers => new ExportRow { Answers = answers }).ToList();
        Fill.Columns(usable, recipe.Usable.Values, recipe.Usable.Quotas, stream);
        var all = usable.Concat(Unusable(recipe, codebook, usable, stream)).ToList();
        if (recipe.Times is { } times)
            Fill.Times(all, times, stream);
        Shuffle.InPlace(all, stream);
        if (recipe.OrderBy is { } column)
            all = [.. all.OrderBy(row => row.Values.GetValueOrDefault(column, ""), StringComparer.Ordinal)];
        Fill.Identifiers(all, recipe.Identifiers);
        return all;
    }

    private static List<ExportRow> Unusable(ExportRecipe recipe, Codebook codebook, List<ExportRow> usable, RandomStream stream)
    {
        var answers = new UnusableAnswers(codebook, usable, stream);
        var unusable = new List<ExportRow>();
        foreach (var kind in recipe.Unusable)
        {
            var group = Enumerable.Range(0, kind.Rows).Select(_ => answers.Next(kind.Defect)).ToList();
            Fill.Columns(group, kind.Values, kind.Quotas, stream);
            unusable.AddRange(group);
        }

        return unusable;
    }

    private static string Text(int? answer) => answer?.ToString(CultureInfo.InvariantCulture) ?? "";
}
