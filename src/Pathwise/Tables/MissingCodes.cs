using System.Text;

namespace Pathwise.Tables;

/// <summary>What stands for a missing value in a file: blank, NA, and what was declared; knows which of these it met.</summary>
internal sealed class MissingCodes
{
    private readonly IReadOnlyList<string> declared;
    private readonly byte[][] texts;
    private readonly double[] numbers;
    private readonly int[] met;

    public MissingCodes(IReadOnlyList<string> declared)
    {
        this.declared = declared;
        texts = [.. declared.Select(Encoding.UTF8.GetBytes)];
        numbers = [.. declared.Select(code => Number.IsNumber(code) ? Number.Parse(code) : double.NaN)];
        met = new int[declared.Count];
    }

    /// <summary>Whether some of them are numbers, so that a field's value decides.</summary>
    public bool HasNumbers => Array.Exists(numbers, number => !double.IsNaN(number));

    /// <summary>The declared codes, when no field held any of them.</summary>
    public IReadOnlyList<string> Unmet => Array.Exists(met, count => count > 0) ? [] : declared;

    /// <summary>The declared codes that fields held, each with the number of these fields.</summary>
    public IEnumerable<(string Code, int Count)> Met => declared.Zip(met).Where(each => each.Second > 0);

    /// <summary>Whether a field of this text, and of this value if it is a number (NaN if not), is missing.</summary>
    public bool Include(ReadOnlySpan<byte> field, double value)
    {
        if (field.IsEmpty || field.SequenceEqual("NA"u8))
            return true;
        for (var i = 0; i < texts.Length; i++)
        {
            if (numbers[i] == value || field.SequenceEqual(texts[i]))
            {
                met[i]++;
                return true;
            }
        }

        return false;
    }
}
