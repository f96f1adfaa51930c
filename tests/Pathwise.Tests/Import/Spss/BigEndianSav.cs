using System.Buffers.Binary;
using System.Text;

namespace Pathwise.Tests.Import.Spss;

/// <summary>A small SPSS system file whose numbers begin with their highest byte, as computers of another kind wrote them.</summary>
internal static class BigEndianSav
{
    public static byte[] Of(double[] cells)
    {
        using var file = new MemoryStream();
        void Text(string text, int width) => file.Write(Encoding.ASCII.GetBytes(text.PadRight(width)));
        void Whole(params int[] numbers)
        {
            foreach (var number in numbers)
            {
                var bytes = new byte[4];
                BinaryPrimitives.WriteInt32BigEndian(bytes, number);
                file.Write(bytes);
            }
        }

        void Number(double number)
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteDoubleBigEndian(bytes, number);
            file.Write(bytes);
        }

        Text("$FL2", 4);
        Text("@(#) SPSS DATA FILE", 60);
        Whole(2, 1, 0, 0, cells.Length);
        Number(100);
        Text("", 84);
        Whole(2, 0, 0, 0, 5 << 16, 5 << 16);
        Text("X", 8);
        Whole(999, 0);
        foreach (var cell in cells)
            Number(cell);
        return file.ToArray();
    }
}
