using System.Text;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Spss;

/// <summary>Labels (record 21) and missing values (record 22) of strings of more than eight bytes.</summary>
internal static class SavLongLabels
{
    private const string Part = "the labels of long strings";

    public static void Add(ByteCursor file, Dictionary<int, byte[]> extensions, Encoding encoding, List<SavVariable> variables)
    {
        if (extensions.TryGetValue(21, out var labels))
            Each(labels, (cursor, variable) => Labels(cursor, encoding, variable));
        if (extensions.TryGetValue(22, out var missing))
            Each(missing, (cursor, variable) => Missing(cursor, encoding, variable));

        void Each(byte[] record, Action<ByteCursor, SavVariable?> take)
        {
            var cursor = new ByteCursor(file.Path, record) { IsBigEndian = file.IsBigEndian };
            while (cursor.Left >= 4)
            {
                var name = Text(cursor, encoding);
                take(cursor, variables.Find(each => IsNamed(each, name)));
            }
        }
    }

    private static bool IsNamed(SavVariable variable, string name) =>
        string.Equals(variable.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(variable.ShortName, name, StringComparison.OrdinalIgnoreCase);

    private static void Labels(ByteCursor cursor, Encoding encoding, SavVariable? variable)
    {
        cursor.Int32(Part);
        for (var left = cursor.Int32(Part); left > 0; left--)
        {
            var (value, text) = (Text(cursor, encoding), Text(cursor, encoding));
            variable?.Labels.Add(new ValueLabel(value, text));
        }
    }

    // The length is written once and holds for all values of the variable.
    private static void Missing(ByteCursor cursor, Encoding encoding, SavVariable? variable)
    {
        var (count, length) = (cursor.Byte(Part), cursor.Int32(Part));
        for (var i = 0; i < count; i++)
            variable?.MissingCodes.Add(encoding.GetString(cursor.Take(length, Part)).TrimEnd(' ', '\0'));
    }

    private static string Text(ByteCursor cursor, Encoding encoding) => encoding.GetString(cursor.Take(cursor.Int32(Part), Part)).TrimEnd(' ', '\0');
}
