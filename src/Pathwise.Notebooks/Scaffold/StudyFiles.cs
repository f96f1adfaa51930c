using System.Text.RegularExpressions;
using Pathwise.Studies;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Notebooks.Scaffold;

/// <summary>A new study as files: what the template gives, and the study's own files where the notebooks look for them.</summary>
public static partial class StudyFiles
{
    // A licence that no file is under has no place in a study.
    private const string LicenceOfFacts = "LICENSES/LicenseRef-Facts.txt";

    /// <summary>
    /// Writes the study into a folder that does not exist or is empty: whole or not at all. Any other folder is refused with an <see cref="InputException"/>.
    /// </summary>
    public static void Write(NewStudy study, string folder)
    {
        ArgumentNullException.ThrowIfNull(study);
        using var made = OutputFolder.Replacing(folder, RequireEmpty);
        try
        {
            foreach (var (path, text) in StudyTemplate.Fill(StudyWords.Of(study)).Where(file => study.Files.Published is not null || file.Path != LicenceOfFacts).Append((StudyPlan.FileName, Plan(study))))
                Save(Path.Combine(made.Path, path), text);
            CopyOwn(study, Path.Combine(made.Path, "data"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot write to {folder}: {failure.Message}", failure);
        }

        made.Complete();
    }

    /// <summary>Requires that a study can be written to a folder. To be asked before any work.</summary>
    public static void RequireEmpty(string folder)
    {
        if (File.Exists(folder))
            throw new InputException($"{folder} is a file; expected a folder that does not exist yet, or an empty one.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).FirstOrDefault() is { } entry)
            throw new InputException($"{folder} is not empty: it holds {Path.GetFileName(entry)}. Expected a folder that does not exist yet, or an empty one.");
    }

    /// <summary>The name of the file of answers without its ending, with nothing in it that an address or a shell reads otherwise.</summary>
    internal static string Name(NewStudy study) =>
        Strange().Replace(Path.GetFileNameWithoutExtension(study.Files.Data), "-").Trim('-', '.') is { Length: > 0 } name ? name : "answers";

    // What is written here is read again by the parser of the study: quoted texts are those of JSON, which are those of YAML, too.
    private static string Plan(NewStudy study)
    {
        var hypotheses = study.Hypotheses.Select(each => $"  - {{ name: {Quoted(each.Name)}, path: {Quoted(each.Path)}, sign: {StudyFile.Word(each.Sign)} }}\n");
        return $$"""
            title: {{Quoted(study.Title)}}
            answers: raw/{{Name(study)}}.csv
            model: model.lav
            # estimator: ML, MLM, MLR, ...; likelihood: normal (chi-square is N F) or wishart ((N - 1) F, as AMOS prints it); missing: listwise or fiml
            estimation: { estimator: ML, likelihood: normal, missing: listwise }
            bootstrap: { resamples: 2000, seed: 1 }
            # path: x -> y (direct), x -> m -> y (indirect), x => y (total) or x ~~ y (correlation); sign: positive, negative or any
            hypotheses:{{(study.Hypotheses.Count == 0 ? " []" : "")}}

            """ + string.Concat(hypotheses);
    }

    private static string Quoted(string text) => StudyTemplate.Quoted(text);

    private static void Save(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
    }

    private static void CopyOwn(NewStudy study, string data)
    {
        var raw = Directory.CreateDirectory(Path.Combine(data, "raw")).FullName;
        File.Copy(study.Files.Data, Path.Combine(raw, Name(study) + ".csv"));
        File.Copy(study.Files.Codebook, Path.Combine(raw, Name(study) + Codebook.Ending));
        File.Copy(study.Files.Model, Path.Combine(data, "model.lav"));
        if (study.Files.Published is { } published)
            File.Copy(published, Path.Combine(Directory.CreateDirectory(Path.Combine(data, "published")).FullName, Path.GetFileName(published)));
        Save(Path.Combine(raw, "SHA256SUMS"), Checksum.Lines([($"{Name(study)}.csv", File.ReadAllBytes(study.Files.Data))]));
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}_.-]+")]
    private static partial Regex Strange();
}
