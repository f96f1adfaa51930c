using System.Buffers.Binary;
using System.Text;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>The bytes of ZMTP 3.0 without security (rfc.zeromq.org/spec/23), the transport of Jupyter's messages.</summary>
internal static class Zmtp
{
    /// <summary>More frames of the message follow.</summary>
    public const byte More = 1;

    /// <summary>The length takes eight bytes.</summary>
    public const byte Long = 2;

    /// <summary>The frame is none of a message.</summary>
    public const byte Command = 4;

    public const int GreetingLength = 64;

    /// <summary>How many bytes of a greeting tell whether it is one.</summary>
    public const int SignatureLength = 11;

    private static readonly byte[] Mechanism = Encoding.ASCII.GetBytes("NULL".PadRight(20, '\0'));

    public static byte[] Greeting { get; } = [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0, .. Mechanism, .. new byte[32]];

    /// <summary>Whether bytes open a greeting of this version or a later one; both sides then speak this one.</summary>
    public static bool IsSignature(ReadOnlySpan<byte> bytes) => bytes[0] == 0xFF && bytes[9] == 0x7F && bytes[10] >= 3;

    public static bool IsGreeting(ReadOnlySpan<byte> bytes) => IsSignature(bytes) && bytes[12..32].SequenceEqual(Mechanism);

    /// <summary>The command that says what socket is here.</summary>
    public static byte[] Ready(string socketType)
    {
        byte[] property = [11, .. "Socket-Type"u8, 0, 0, 0, (byte)socketType.Length, .. Encoding.ASCII.GetBytes(socketType)];
        return Frame(Command, [.. "\u0005READY"u8, .. property]);
    }

    public static bool IsReady(ReadOnlySpan<byte> command) => command.StartsWith("\u0005READY"u8);

    /// <summary>The answer to a command that asks whether anybody is here; null for other commands, which need none.</summary>
    public static byte[]? Pong(ReadOnlySpan<byte> command) =>
        command.StartsWith("\u0004PING"u8) && command.Length >= 7 ? Frame(Command, [.. "\u0004PONG"u8, .. command[7..]]) : null;

    /// <summary>What stands before a frame.</summary>
    public static byte[] Head(byte flags, int length)
    {
        if (length < 256)
            return [flags, (byte)length];
        var head = new byte[9];
        head[0] = (byte)(flags | Long);
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(1), length);
        return head;
    }

    private static byte[] Frame(byte flags, byte[] content) => [.. Head(flags, content.Length), .. content];
}
