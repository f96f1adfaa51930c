namespace Pathwise.Sem.Sam;

/// <summary>How structural parameters are estimated after the measurement ones; lavaan's <c>sam.method</c>.</summary>
public enum SamMethod
{
    /// <summary>From the means and covariances of the latent variables, which the measurement parameters give.</summary>
    Local,

    /// <summary>In the whole model, whose measurement parameters are held at their values.</summary>
    Global,
}
