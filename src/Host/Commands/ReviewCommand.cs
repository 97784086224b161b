using System.CommandLine;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Storage;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Commands;

/// <summary><c>review CLAIM</c>: records a fact-checker's finding, or where the checking stands.</summary>
internal static class ReviewCommand
{
    public static Verb Create(Terminal terminal)
    {
        var id = new Argument<string>("CLAIM") { Description = "The claim's id, or the first characters of it" };
        var verdict = Text("--verdict", "VERDICT", $"The finding: {string.Join(", ", ContractNames.All<Verdict>())}");
        var note = Text("--note", "TEXT", "Why");
        var reviewer = Text("--reviewer", "NAME", "Who says so (default: the user of this machine)");
        var state = Text("--state", "STATE", "open, assigned, second_review or closed (default: closed with a verdict, else open)");
        var assignee = Text("--assign", "NAME", "Who is to work on it");
        var version = new Option<int?>("--version") { Description = "The version of the history that you saw; refused when another came since", HelpName = "N" };
        var onlyHere = new Option<bool>("--only-here") { Description = "The finding holds for this article alone, not for every copy of the statement" };
        var links = new Option<string[]>("--evidence") { Description = "A link that shows it; may be given several times", HelpName = "URL", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        var verb = new Verb(
            "review",
            "Record a finding on a claim: append-only, for every copy of the statement unless said otherwise.",
            "review 3f2a9c01b4 --verdict false --note 财报为12% --evidence https://example.org/report",
            "review 3f2a9c01b4 --assign 李") { id, verdict, note, reviewer, state, assignee, version, onlyHere, links };
        verb.RunOnStore(terminal, readOnly: false, async (parsed, terminal, store, stopping) =>
        {
            var draft = ReviewDrafts.Read(
                id: parsed.GetRequiredValue(id),
                verdict: parsed.GetValue(verdict),
                state: parsed.GetValue(state),
                note: parsed.GetValue(note),
                reviewer: parsed.GetValue(reviewer) ?? Environment.UserName,
                assignee: parsed.GetValue(assignee),
                evidence: parsed.GetValue(links) ?? [],
                version: parsed.GetValue(version),
                coversAppearances: !parsed.GetValue(onlyHere));
            if (await store.FindClaimAsync(draft.ClaimId, stopping).ConfigureAwait(false) is not { } dossier)
            {
                terminal.Report($"no claim '{draft.ClaimId}' in {store.Address}; `pipeline query` lists ids");
                return ExitCode.SomeFailed;
            }

            try
            {
                var history = await store.AddReviewAsync(draft with { ClaimId = dossier.Claim.Claim.Id }, stopping).ConfigureAwait(false);
                terminal.Report($"claim {dossier.Claim.Claim.Id}: {(history!.Verdict is { } finding ? ContractNames.Of(finding) : "no finding yet")}, {ContractNames.Of(history.State!.Value)}, version {history.Version}");
                return ExitCode.Success;
            }
            catch (StaleReviewException e)
            {
                terminal.Report(e.Message);
                return ExitCode.SomeFailed;
            }
        });
        return verb;
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };
}
