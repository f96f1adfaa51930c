using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pathwise.Tests.Documentation;

/// <summary>The summaries of an assembly's methods, from the documentation file that the compiler puts beside it.</summary>
internal sealed partial class Summaries(Assembly assembly)
{
    private readonly Dictionary<string, XElement> _members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The first sentence of a method's summary; a method without one is an error.</summary>
    public string FirstSentence(MethodInfo method)
    {
        var summary = _members.GetValueOrDefault(Key(method))?.Element("summary")
            ?? throw new InvalidDataException($"{Key(method)} has no summary in the documentation file.");
        var text = Blanks().Replace(string.Concat(summary.Nodes().Select(Words)), " ").Trim();
        return Sentence().Match(text).Value;
    }

    // The identifier that the C# standard, annex D, gives to a method.
    private static string Key(MethodInfo method)
    {
        var arity = method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";
        var parameters = string.Join(',', method.GetParameters().Select(parameter => Key(parameter.ParameterType)));
        return $"M:{method.DeclaringType!.FullName!.Replace('+', '.')}.{method.Name}{arity}{(parameters.Length > 0 ? $"({parameters})" : "")}";
    }

    private static string Key(Type type)
    {
        if (type.IsGenericParameter)
            return $"{(type.DeclaringMethod is null ? "`" : "``")}{type.GenericParameterPosition}";
        if (type.IsByRef)
            return Key(type.GetElementType()!) + "@";
        if (type.IsArray)
            return $"{Key(type.GetElementType()!)}[{string.Join(',', Enumerable.Repeat("0:", type.IsSZArray ? 0 : type.GetArrayRank()))}]";
        if (!type.IsGenericType)
            return type.FullName!.Replace('+', '.');
        var name = type.GetGenericTypeDefinition().FullName!.Split('`')[0].Replace('+', '.');
        return $"{name}{{{string.Join(',', type.GetGenericArguments().Select(Key))}}}";
    }

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } target => $"`{LastName(target.Value)}`",
        XElement element when (element.Attribute("name") ?? element.Attribute("langword")) is { } named => $"`{named.Value}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Words)),
        _ => "",
    };

    private static string LastName(string target) => target.Split('(')[0].Split('.')[^1].Split('`')[0];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^.*?(\.(?=\s+[A-Z`])|$)")]
    private static partial Regex Sentence();
}
