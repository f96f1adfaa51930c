namespace Pathwise.Sem.Moderation;

/// <summary>Where a moderator is held: at a value that was asked for, at a number in its own unit, or at a number as it enters the products.</summary>
internal readonly record struct ModeratorPlace
{
    private readonly int point;
    private readonly double number;
    private readonly bool isOwnUnit;

    private ModeratorPlace(int point, double number, bool isOwnUnit) => (this.point, this.number, this.isOwnUnit) = (point, number, isOwnUnit);

    /// <summary>At a value asked for, by its number in the settings, counted from 0.</summary>
    public static ModeratorPlace At(int point) => new(point, 0, false);

    /// <summary>At a number in the moderator's own unit.</summary>
    public static ModeratorPlace Raw(double value) => new(-1, value, true);

    /// <summary>At a number as it enters the products, after centring.</summary>
    public static ModeratorPlace InProduct(double value) => new(-1, value, false);

    /// <summary>Whether it is a value that was asked for, which can follow from the sample or, of a latent moderator, from the parameters.</summary>
    public bool IsAsked => point >= 0;

    /// <summary>The number that enters the products in a sample; moderators are counted from 0.</summary>
    public double In(ModeratorSetting setting, int moderator) => point >= 0 ? setting.Points[point] - setting.Centres[moderator]
        : isOwnUnit ? number - setting.Centres[moderator]
        : number;
}
