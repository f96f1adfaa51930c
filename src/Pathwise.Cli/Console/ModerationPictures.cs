using Pathwise.Reporting.Plots;
using Pathwise.Sem.Moderation;
using Pathwise.Tables;

namespace Pathwise.Cli.Console;

/// <summary>The figures of conditional effects as files.</summary>
internal static class ModerationPictures
{
    /// <summary>Draws the indirect effects along their moderators, or where there is none the direct ones: the first into a file, the others beside it, numbered from 2.</summary>
    public static void Write(string path, ModerationResult result)
    {
        SignificanceRegion[] regions = [.. result.Regions.Where(region => region.Kind == result.Options.Kinds[0]).OrderByDescending(region => region.Effect.Via.Count > 0)];
        for (var k = 0; k < regions.Length; k++)
        {
            var place = k == 0 ? path : Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{k + 1}{Path.GetExtension(path)}");
            OutputFile.Write(place, writer => writer.Write(regions[k].Draw().ToSvg()));
        }
    }
}
