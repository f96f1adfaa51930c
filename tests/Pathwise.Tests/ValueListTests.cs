using System.Reflection;
using System.Runtime.CompilerServices;
using Pathwise.Import.Contents;
using Pathwise.Reporting.Exhibits;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests;

/// <summary>Records that hold lists are equal by what the lists hold.</summary>
public sealed class ValueListTests
{
    // What a file was found to hold: millions of cells, of which nobody asks whether two files have the same.
    private static readonly string[] ByReference =
        ["ImportedColumn.Cells", "ImportedColumn.Labels", "ImportedColumn.Missing", "ImportedFile.Columns", "ImportedFile.Decisions", "ImportedFile.Misfits"];

    [Fact]
    public void Options_ThatSayTheSame_AreEqual()
    {
        Assert.Equal(new EffectOptions(), new EffectOptions());
        Assert.Equal(new EffectOptions { Kinds = [IntervalKind.BcA] }.GetHashCode(), new EffectOptions { Kinds = new List<IntervalKind> { IntervalKind.BcA } }.GetHashCode());
        Assert.NotEqual(new EffectOptions { Effects = ["a"] }, new EffectOptions { Effects = ["b"] });
        Assert.Equal(new ModelOptions { GroupPartial = ["f=~x"] }, new ModelOptions { GroupPartial = ["f=~x"] });
        Assert.Equal(new EstimationOptions { StartingValues = [1.5] }, new EstimationOptions { StartingValues = [1.5] });
        Assert.Equal(new PowerOptions { Count = 9, Seed = 1 }, new PowerOptions { Count = 9, Seed = 1 });
        Assert.Equal(new Effect("y", "x", EffectKind.SpecificIndirect, ["m"], 1), new Effect("y", "x", EffectKind.SpecificIndirect, ["m"], 1));
        Assert.NotEqual(new Effect("y", "x", EffectKind.SpecificIndirect, ["m"], 1), new Effect("y", "x", EffectKind.SpecificIndirect, ["n"], 1));
    }

    [Fact]
    public void Options_KeepACopyOfWhatTheyAreGiven()
    {
        var names = new List<string> { "a" };
        var options = new EffectOptions { Effects = names };
        names.Add("b");
        Assert.Equal(["a"], options.Effects);
        Assert.Contains("Effects = [a]", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_ThatSayTheSame_AreEqual()
    {
        Assert.Equal(Use(2, 1), Use(2, 1));
        Assert.NotEqual(Use(2, 1), Use(1, 2));
        Assert.Equal(Use(2, 1).GetHashCode(), Use(2, 1).GetHashCode());
        Assert.Equal(Sex("f", "m"), Sex("m", "f"));
        Assert.Equal(Sex("f", "m").GetHashCode(), Sex("m", "f").GetHashCode());
        Assert.Equal(["m", "f"], Sex("m", "f").Values.Keys);
        Assert.NotEqual(Sex("f", "m"), Sex("f", "d"));
    }

    [Fact]
    public void Libraries_EveryListOfARecord_IsComparedByContentOrNamedHere()
    {
        var found =
            from assembly in new[] { typeof(Effect).Assembly, typeof(Exhibit).Assembly, typeof(ImportedFile).Assembly }
            from type in assembly.GetExportedTypes()
            where type.GetMethod("<Clone>$") is not null && !type.IsAbstract && !type.ContainsGenericParameters
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.PropertyType is { IsGenericType: true } list && property.SetMethod is not null
                && (list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) || list.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            where !IsByContent(type, property)
            select $"{type.Name}.{property.Name}";
        Assert.Equal(string.Join("\n", ByReference.Order(StringComparer.Ordinal)), string.Join("\n", found.Order(StringComparer.Ordinal)));
    }

    private static CaseUse Use(int incomplete, int empty) =>
        new(7, 10, new Dictionary<OmissionReason, int> { [OmissionReason.Incomplete] = incomplete, [OmissionReason.Empty] = empty }, [new("", 7, 10)]);

    private static CodebookColumn Sex(params string[] values) => new("sex", ColumnKind.Choice, "", values.ToDictionary(value => value, value => value));

    private static bool IsByContent(Type type, PropertyInfo property)
    {
        var (one, arguments) = (RuntimeHelpers.GetUninitializedObject(type), property.PropertyType.GenericTypeArguments);
        property.SetValue(one, arguments.Length == 1 ? Array.CreateInstance(arguments[0], 1) : Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments)));
        return property.GetValue(one)!.GetType() is { IsGenericType: true } kept
            && (kept.GetGenericTypeDefinition() == typeof(ValueList<>) || kept.GetGenericTypeDefinition() == typeof(ValueDictionary<,>));
    }
}
