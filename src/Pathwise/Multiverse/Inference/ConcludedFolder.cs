using System.Text.Json;
using Pathwise.Json;
using Pathwise.Multiverse.Runs;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Inference;

/// <summary>Adds what follows from all universes together to the summary of a folder of results.</summary>
internal static class ConcludedFolder
{
    /// <summary>Writes <c>summary.json</c> anew, with the member <c>inference</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">Its universes.</param>
    /// <param name="curves">What follows from them.</param>
    public static void Conclude(string folder, MultiverseResult result, IReadOnlyList<CurveInference> curves)
    {
        var (header, nulls) = (RunHeader.Read(folder)!, ForcedNulls.Read(folder));
        OutputFile.Write(Path.Combine(folder, MultiverseFolder.Summary), writer => JsonOutput.Write(writer, json => Write(json, result, curves, header, nulls)));
    }

    /// <summary>The members of the summary, what the universes found and what follows from them.</summary>
    public static void Write(Utf8JsonWriter json, MultiverseResult result, IReadOnlyList<CurveInference> curves, RunHeader header, ForcedNulls? nulls)
    {
        SummaryJson.Write(json, result, MultiverseSummary.Of(result), header);
        new InferenceJson(json, result, nulls).Write("inference", curves);
    }
}
