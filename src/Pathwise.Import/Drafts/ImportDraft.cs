using Pathwise.Import.Contents;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Import.Drafts;

/// <summary>Writes an imported file as the two files that every command reads: answers and codebook.</summary>
public static class ImportDraft
{
    /// <summary>
    /// Writes <c>answers.csv</c> and the draft <c>answers.codebook.yaml</c> into a folder, which is made if there is none. Files that
    /// are there already are an <see cref="InputException"/> unless they may be replaced. Both are written whole or not at all.
    /// </summary>
    /// <param name="file">What was imported.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="mayReplace">Whether files of these names may be replaced.</param>
    public static void WriteDraft(this ImportedFile file, string folder, bool mayReplace = false)
    {
        var (answers, codebook) = Probe(folder, mayReplace);
        var draft = CodebookDraft.Of(file);
        OutputFile.Write(answers, writer => AnswersFile.Write(writer, file), makesFolder: true);
        OutputFile.Write(codebook, writer => writer.Write(draft), makesFolder: true);
    }

    /// <summary>The paths of the two files, once it is known that both can be written.</summary>
    internal static (string Answers, string Codebook) Probe(string folder, bool mayReplace)
    {
        var answers = Path.Combine(folder, "answers.csv");
        var codebook = Codebook.PathBeside(answers);
        foreach (var path in new[] { answers, codebook })
        {
            if (!mayReplace && File.Exists(path))
                throw new InputException($"{path} is there already; give another folder, or replace it (--overwrite on the command line).");
            OutputFile.Probe(path, makesFolder: true);
        }

        return (answers, codebook);
    }
}
