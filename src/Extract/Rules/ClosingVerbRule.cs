using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>A value whose verb comes after it: 约2万7千户停电, 将2000万股进行质押, 3人死亡.</summary>
internal sealed class ClosingVerbRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "closing-verb";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var verb = frame.Right.Verb;
        if (verb < 0 || !frame.Left.Noun.IsEmpty && frame.Left.Preposition < 0)
        {
            return false;
        }

        frame.SetClosingVerb(draft);
        return true;
    }
}
