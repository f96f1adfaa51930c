namespace Pathwise.Notebooks.Execution;

/// <summary>The compiler takes most of its time for the first cell of a process: a throw-away session takes it beforehand.</summary>
internal static class WarmUp
{
    public static async Task RunAsync(string folder)
    {
        var aside = new Session(folder, "warm-up", new OutputChannel(static _ => { }, static (_, _) => { }));
        await aside.RunAsync("first", "var x = Enumerable.Range(0, 3).Select(i => i * 1.5).ToList();\nx").ConfigureAwait(false);
        await aside.RunAsync("second", "string.Join(\", \", x)").ConfigureAwait(false);
    }
}
