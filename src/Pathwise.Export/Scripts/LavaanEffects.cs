using System.Globalization;
using System.Text;
using Pathwise.Export.Content;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Export.Scripts;

/// <summary>The part of a script for lavaan that defines the effects of the tables on the paths of the model, and draws a bootstrap of them.</summary>
internal sealed class LavaanEffects(Report report, string function)
{
    private const string Paths = """

        # The effects of the tables, defined on the paths of the fitted model.
        table <- parTable(fit)
        table <- table[, intersect(c("id", "lhs", "op", "rhs", "user", "block", "group", "free", "ustart", "exo", "label", "plabel"), names(table))]
        unnamed <- table$op %in% c("~", "=~") & table$label == ""
        table$label[unnamed] <- paste0("path", which(unnamed))
        path <- function(outcome, cause, group) {
          row <- which(table$group == group & ((table$op == "~" & table$lhs == outcome & table$rhs == cause) |
                                               (table$op == "=~" & table$lhs == cause & table$rhs == outcome)))
          if (table$free[row] > 0) table$label[row] else paste0("(", format(table$ustart[row], digits = 17), ")")
        }

        """;

    private const string Defined = """
        rows <- table[rep(1, length(effects)), ]
        rows$id <- max(table$id) + seq_along(effects)
        rows$lhs <- rows$label <- paste0("effect", seq_along(effects))
        rows$op <- ":="
        rows$rhs <- unlist(effects)
        rows$user <- 1
        rows[, c("block", "group", "free", "exo")] <- 0
        rows$ustart <- NA
        rows$plabel <- ""
        defining <- arguments[setdiff(names(arguments), c("group.equal", "group.partial"))]
        defining$model <- rbind(table, rows)

        """;

    private const string Prints = """
        shown <- parameterEstimates(fitted, level = {0}{1})
        shown <- shown[shown$op == ":=" & shown$lhs %in% rows$lhs, ]
        shown$effect <- names(effects)[match(shown$lhs, rows$lhs)]
        print(shown[, intersect(c("effect", "est", "se", "z", "pvalue", "ci.lower", "ci.upper"), names(shown))], nd = 6)

        """;

    private IReadOnlyList<EffectEstimate> Effects { get; } = [.. report.Effects.Where(row => row.Effect.Kind != EffectKind.Defined)];

    /// <summary>The text; empty for a model without effects.</summary>
    public string Text()
    {
        if (Effects.Count == 0)
            return "";
        if (report.Fit.StabilityIndex is not null || report.Fit.OmittedEffects().Count > 0 || report.Run.Effects.Effects.Count > 0)
            return RText.Comment("Not expressed here: the effects of the tables, since not every path of them is listed (feedback loops, very many paths, or effects asked for by name).");
        var level = AnalysedData.Number(report.Run.Effects.Level);
        var text = new StringBuilder(Paths).Append(Listed()).Append(Defined).Append(CultureInfo.InvariantCulture, $"fitted <- do.call(\"{function}\", defining)\n");
        text.Append(Fill(level, ""));
        return report.Run.Bootstrap is { } drawn ? text.Append(Bootstrap(drawn, level)).ToString() : text.ToString();
    }

    private static string Fill(string level, string type) => Prints.Replace("{0}", level, StringComparison.Ordinal).Replace("{1}", type, StringComparison.Ordinal);

    private string Listed() => $"effects <- list(\n  {string.Join(",\n  ", Effects.Select(row => $"{RText.Quote(Name(row.Effect))} = {Expression(row.Effect)}"))}\n)\n";

    private static string Name(Effect effect) => effect.Name + (effect.GroupLabel.Length > 0 ? $" (group {effect.GroupLabel})" : "");

    private string Expression(Effect effect) => effect.Kind switch
    {
        EffectKind.Direct or EffectKind.SpecificIndirect => Product(effect.Cause, effect.Via, effect),
        EffectKind.Contrast => $"paste0({Product(effect.Cause, [.. effect.Via.TakeWhile(name => name.Length > 0)], effect)}, \" - (\", {Product(effect.Cause, [.. effect.Via.SkipWhile(name => name.Length > 0).Skip(1)], effect)}, \")\")",
        EffectKind.TotalIndirect => Sum(effect, EffectKind.SpecificIndirect),
        EffectKind.Total => Sum(effect, EffectKind.SpecificIndirect, EffectKind.Direct),
        _ => $"paste0(\"(\", {Sum(effect, EffectKind.SpecificIndirect)}, \") / (\", {Sum(effect, EffectKind.SpecificIndirect, EffectKind.Direct)}, \")\")",
    };

    private static string Product(string cause, IReadOnlyList<string> via, Effect of)
    {
        string[] nodes = [cause, .. via, of.Outcome];
        return $"paste({string.Join(", ", nodes.Skip(1).Select((outcome, i) => string.Create(CultureInfo.InvariantCulture, $"path({RText.Quote(outcome)}, {RText.Quote(nodes[i])}, {of.Group})")))}, sep = \"*\")";
    }

    private string Sum(Effect of, params EffectKind[] kinds) =>
        $"paste({string.Join(", ", Effects.Select(row => row.Effect).Where(each => kinds.Contains(each.Kind) && (each.Cause, each.Outcome, each.Group) == (of.Cause, of.Outcome, of.Group)).Select(each => Product(each.Cause, each.Via, each)))}, sep = \" + \")";

    private string Bootstrap(BootstrapResult drawn, string level)
    {
        var text = new StringBuilder("\n").Append(RText.Comment("Intervals of the bootstrap. R draws other samples from a seed, so that they agree within the error of simulation."));
        foreach (var problem in Inexpressible(drawn))
            text.Append(RText.Comment($"Not expressed here: {problem}"));
        if (report.Fit.Sample.Any(sample => sample.Cases is null))
            return text.Append(RText.Comment("Without cases lavaan draws no samples.")).ToString();
        if (report.Fit.Method.IsRobust)
            text.Append(RText.Comment($"Robust standard errors and bootstrap exclude each other in lavaan; the estimates of {report.Fit.Method.Uncorrected} are the same.")).Append(CultureInfo.InvariantCulture, $"defining$estimator <- \"{report.Fit.Method.Uncorrected}\"\n");
        text.Append(CultureInfo.InvariantCulture, $"set.seed({drawn.Seed % int.MaxValue})\nfitted <- do.call(\"{function}\", c(defining, list(se = \"bootstrap\", bootstrap = {drawn.Requested})))\n");
        foreach (var kind in report.Run.Effects.Kinds)
            text.Append(Type(kind) is { } type ? $"# {kind.Text()}\n{Fill(level, $", boot.ci.type = \"{type}\"")}" : "");
        return text.ToString();
    }

    private static string? Type(IntervalKind kind) => kind switch
    {
        IntervalKind.Percentile => "perc",
        IntervalKind.Basic => "basic",
        IntervalKind.Normal => "norm",
        IntervalKind.BiasCorrected => "bca.simple",
        _ => null,
    };

    private IEnumerable<string> Inexpressible(BootstrapResult drawn)
    {
        foreach (var kind in report.Run.Effects.Kinds.Where(kind => Type(kind) is null && kind != IntervalKind.Delta))
        {
            yield return $"intervals of the kind {kind.Text()}" + kind switch
            {
                IntervalKind.BcA => ", since lavaan corrects for bias alone.",
                IntervalKind.MonteCarlo => "; semTools::monteCarloCI(fitted) draws them.",
                _ => ".",
            };
        }

        if (drawn.Options.Kind == ResamplingKind.Parametric)
            yield return "parametric resampling; bootstrapLavaan(fit, type = \"parametric\") draws it.";
        if (drawn.Rule != ImproperRule.Keep)
            yield return $"improper solutions are {(drawn.Rule switch { ImproperRule.Drop => "dropped", ImproperRule.Redraw => "redrawn", _ => "fitted again within bounds" })} in the tables; lavaan keeps them.";
    }
}
