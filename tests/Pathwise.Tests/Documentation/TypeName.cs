using System.Reflection;

namespace Pathwise.Tests.Documentation;

/// <summary>A type as it is written in C#.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(byte)] = "byte", [typeof(char)] = "char", [typeof(double)] = "double", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    /// <summary>The type of a parameter or of what a method gives, with the question mark of what may be null.</summary>
    public static string Of(ParameterInfo parameter)
    {
        var name = Of(parameter.ParameterType);
        var isNullable = new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;
        return isNullable && !name.EndsWith('?') ? name + "?" : name;
    }

    /// <summary>The name of a type, its arguments in angle brackets.</summary>
    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner) + "?";
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        if (type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
            return $"({arguments})";
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{arguments}>" : type.Name;
    }
}
