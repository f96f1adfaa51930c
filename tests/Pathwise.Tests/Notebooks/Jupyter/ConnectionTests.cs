using Pathwise.Notebooks.Jupyter;
using Xunit;

namespace Pathwise.Tests.Notebooks.Jupyter;

public sealed class ConnectionTests
{
    private const string Ports = "\"shell_port\":1,\"control_port\":2,\"iopub_port\":3,\"stdin_port\":4,\"hb_port\":5,\"key\":\"k\"";

    [Fact]
    public void Read_AConnectionFile_GivesPortsAndKey() =>
        Assert.Equal(new Connection(1, 2, 3, 4, 5, "k"), Read($"{{\"ip\":\"127.0.0.1\",\"transport\":\"tcp\",\"signature_scheme\":\"hmac-sha256\",{Ports}}}"));

    [Theory]
    [InlineData("{\"ip\":\"0.0.0.0\"," + Ports + "}", "this machine alone")]
    [InlineData("{\"transport\":\"ipc\"," + Ports + "}", "expected tcp")]
    [InlineData("{\"signature_scheme\":\"hmac-md5\"," + Ports + "}", "hmac-sha256")]
    [InlineData("{\"shell_port\":0}", "shell_port is 0")]
    [InlineData("{}", "shell_port is missing")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("", "not a connection file")]
    public void Read_AnythingElse_SaysWhy(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Read_NoKey_IsRefusedUnlessSomebodySaysSo(string key)
    {
        var text = "{" + Ports.Replace("\"k\"", key, StringComparison.Ordinal) + "}";
        Assert.Contains("expected a key, or --allow-no-key", Assert.Throws<InputException>(() => Read(text)).Message, StringComparison.Ordinal);
        Assert.Equal("", Read(text, allowsNoKey: true).Key);
        Assert.Throws<InputException>(() => Read(text.Replace($",\"key\":{key}", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Read_AKeyThatIsNoText_IsRefusedInAnyCase(string key) =>
        Assert.Contains("expected a text", Assert.Throws<InputException>(() => Read("{" + Ports.Replace("\"k\"", key, StringComparison.Ordinal) + "}", allowsNoKey: true)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_AMissingFile_NamesIt() =>
        Assert.Contains("nowhere.json", Assert.Throws<InputException>(() => Connection.Read("nowhere.json")).Message, StringComparison.Ordinal);

    private static Connection Read(string text, bool allowsNoKey = false)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        try
        {
            return Connection.Read(path, allowsNoKey);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
