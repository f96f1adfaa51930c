using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Reported;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("Five", "5")]
    [InlineData("twenty", "20")]
    [InlineData("12", "12")]
    [InlineData("many", "many")]
    public void Digits_OfAWord_AreItsNumber(string text, string digits) => Assert.Equal(digits, NumberWords.Digits(text));

    [Theory]
    [InlineData("5", "five")]
    [InlineData("21", "21")]
    [InlineData("-1", "-1")]
    public void Word_OfDigits_IsThereUpToTwenty(string digits, string word) => Assert.Equal(word, NumberWords.Word(digits));
}
