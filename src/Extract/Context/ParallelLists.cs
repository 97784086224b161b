using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context;

/// <summary>Pairs the values of a list with the things of a list: 甲、乙和丙的营收分别为1亿元、2亿元和3亿元.</summary>
/// <remarks>
/// A run of values of one dimension, joined by 、 和 or commas, after 分别 or 各: its n values go with the n joined names before 分别,
/// or, where that clause names fewer, with the last n joined names before it in the sentence.
/// Joined metrics (营收和净利润分别为) pair as metrics; joined times pair by the time rules and leave the owner alone.
/// </remarks>
internal static class ParallelLists
{
    private static readonly Dictionary<int, ListItem> None = [];

    /// <summary>For each token of a paired value, its item.</summary>
    public static IReadOnlyDictionary<int, ListItem> Find(SentenceFrame frame)
    {
        var row = frame.Row;
        if (row.QuantityTokens.Length < 2)
        {
            return None;
        }

        var items = new Dictionary<int, ListItem>();
        for (var i = 0; i < row.Count; i++)
        {
            if (!row[i].Sense.Is(WordRoles.Respectively))
            {
                continue;
            }

            var run = RunAfter(frame, i);
            if (run.Count < 2)
            {
                continue;
            }

            Pair(frame, i, run, items);
            PairNext(frame, run, items);
        }

        PairJoined(frame, items);
        return items;
    }

    /// <summary>分别以3亿元、2亿元收购海川科技30%、20%股权: another list of the same length in the clause goes with the same names.</summary>
    private static void PairNext(SentenceFrame frame, List<int> run, Dictionary<int, ListItem> items)
    {
        var row = frame.Row;
        var next = new List<int>();
        for (var i = run[^1] + 1; i < row.Count && row[i].Role != TokenRole.Clause; i++)
        {
            if (row[i].Role != TokenRole.Quantity)
            {
                continue;
            }

            if (next.Count > 0 && !(row.Before(i) is var joint && row[joint].Role == TokenRole.Listing && row.Before(joint) == next[^1]))
            {
                return;
            }

            next.Add(i);
        }

        for (var i = 0; next.Count == run.Count && i < run.Count && items.TryGetValue(run[i], out var item) && !item.Owner.IsEmpty; i++)
        {
            items[next[i]] = new ListItem(item.Owner, Phrase.None);
        }
    }

    /// <summary>甲、乙、丙等，降幅为7%、5%、3%: joined values that as many joined names stand before, in their clause or at the end of the one before, pair without 分别.</summary>
    private static void PairJoined(SentenceFrame frame, Dictionary<int, ListItem> items)
    {
        var row = frame.Row;
        var paired = -1;
        foreach (var i in row.QuantityTokens)
        {
            if (i <= paired || items.ContainsKey(i) || row.After(i) is not (>= 0 and var mark) || row[mark].Role != TokenRole.Listing)
            {
                continue;
            }

            var run = new List<int> { i };
            while (row.After(run[^1]) is var joint && joint >= 0 && row[joint].Role == TokenRole.Listing && row.After(joint) is var next && next >= 0 && row[next].Role == TokenRole.Quantity
                && SameDimension(frame.Quantities[row[i].Quantity], frame.Quantities[row[next].Quantity]))
            {
                run.Add(next);
            }

            if (run.Count > 1 && OwnersBefore(frame, i, out var shared) is { } owners && owners.Count == run.Count)
            {
                for (var j = 0; j < run.Count; j++)
                {
                    items[run[j]] = new ListItem(owners[j], shared);
                }
            }
            else if (run.Count > 1 && NamesBefore(frame, i) is { } names && names.Count == run.Count)
            {
                for (var j = 0; j < run.Count; j++)
                {
                    items[run[j]] = new ListItem(names[j], Phrase.None);
                }
            }

            paired = run[^1];
        }
    }

    /// <summary>甲、乙产量为3万吨、2万吨: the joined names, and what is measured of them, right before the verb of level that the first value follows.</summary>
    private static List<Phrase>? OwnersBefore(SentenceFrame frame, int token, out Phrase metric)
    {
        metric = Phrase.None;
        var (row, floor) = (frame.Row, frame.Clause(frame.ClauseOf(token)).Start);
        if (row.Before(token, floor) is not (>= 0 and var level) || row.Word(level) is not ("为" or "是" or "达" or "达到") && row[level].Sense.Verb is not { Role: VerbRole.Change })
        {
            return null;
        }

        // 甲和乙逆势增长2%、4%: whose growth it is may stand without what grows.
        var grows = row[level].Sense.Verb is { Role: VerbRole.Change };
        var last = row.Before(level, floor);
        while (grows && last >= 0 && row[last].Role == TokenRole.Adverb)
        {
            last = row.Before(last, floor);
        }

        if (last < 0 || row[last].Role != TokenRole.Noun)
        {
            return null;
        }

        var peers = Peers(row, row.PhraseEndingAt(last, floor), out metric);
        return peers.Count > 1 && (!metric.IsEmpty || grows && peers.TrueForAll(peer => row[peer.End - 1].Sense.Metric is null)) ? peers : null;
    }

    /// <summary>The joined names that the clause before the one of <paramref name="token"/> ends in, past 等.</summary>
    private static List<Phrase>? NamesBefore(SentenceFrame frame, int token)
    {
        var (row, clause) = (frame.Row, frame.ClauseOf(token));
        if (clause == 0)
        {
            return null;
        }

        var before = frame.Clause(clause - 1);
        var last = row.Before(before.End, before.Start);
        last = last >= 0 && row[last].Role == TokenRole.Particle && row.Word(last) is "等" or "等等" ? row.Before(last, before.Start) : last;
        if (last < 0 || row[last].Role != TokenRole.Noun)
        {
            return null;
        }

        var peers = Peers(row, row.PhraseEndingAt(last, before.Start), out var tail);
        return peers.Count > 1 && tail.IsEmpty && peers.TrueForAll(peer => row[peer.End - 1].Sense.Metric is null || SubjectName.IsOrganisation(row, peer.End - 1) || row[peer.Start].IsName) ? peers : null;
    }

    /// <summary>The tokens of the values after 分别, as long as only joints, verbs and adverbs lie between them.</summary>
    private static List<int> RunAfter(SentenceFrame frame, int marker)
    {
        var row = frame.Row;
        var run = new List<int>();
        for (var at = row.After(marker); at >= 0; at = row.After(at))
        {
            var token = row[at];
            if (token.Role == TokenRole.Quantity)
            {
                if (run.Count > 0 && !SameDimension(frame.Quantities[row[run[^1]].Quantity], frame.Quantities[token.Quantity]))
                {
                    break;
                }

                run.Add(at);
                continue;
            }

            var joins = token.Role is TokenRole.Listing or TokenRole.Adverb or TokenRole.Particle or TokenRole.Time or TokenRole.Skipped
                || token.Role == TokenRole.Clause && run.Count > 0 && row.After(at) is var next && next >= 0 && row[next].Role is TokenRole.Quantity or TokenRole.Listing or TokenRole.Adverb;
            var leads = run.Count == 0 && token.Role is TokenRole.Verb or TokenRole.Noun or TokenRole.Preposition or TokenRole.Of or TokenRole.Number or TokenRole.Adjective;
            if (!joins && !leads)
            {
                // A noun after a value: 分别有300名和200名员工.
                if (token.Role == TokenRole.Noun && row.After(at) is var joint && joint >= 0 && row[joint].Role == TokenRole.Listing)
                {
                    continue;
                }

                break;
            }
        }

        return run;
    }

    private static bool SameDimension(Quantity one, Quantity other) =>
        one.Dimension == other.Dimension || one.Dimension == Dimension.None || other.Dimension == Dimension.None
        || one.Dimension is Dimension.Percent or Dimension.PercentagePoint or Dimension.Multiple && other.Dimension is Dimension.Percent or Dimension.PercentagePoint or Dimension.Multiple;

    private static void Pair(SentenceFrame frame, int marker, List<int> run, Dictionary<int, ListItem> items)
    {
        var row = frame.Row;
        var metric = Phrase.None;
        var hasVerb = row.Before(run[0], marker) is var verb && verb > marker && row[verb] is { Role: TokenRole.Verb } deed && !deed.Sense.Is(WordRoles.Light) && (deed.Sense.Verb is null || row.Word(verb) is "增值" or "减值" or "溢价");
        // Looks leftwards for the joined names; the first noun phrase may only name the metric (三家股东持股比例不变, 分别为).
        for (var at = row.Before(marker); at >= 0; at = row.Before(at))
        {
            if (!row.IsNominal(at))
            {
                continue;
            }

            var phrase = row.PhraseEndingAt(at, 0);
            if (phrase.IsEmpty)
            {
                continue;
            }

            if (row.Before(phrase.Start) is var receiving && receiving >= 0 && row.Word(receiving) is "给" or "予" or "向")
            {
                // 分别质押给甲银行、乙银行300万股和200万股: who receives is not whose they were.
                at = phrase.Start;
                continue;
            }

            if (row[phrase.Start].Sense.Is(WordRoles.Ownership) && row.Before(phrase.Start) is var held && held >= 0 && row[held].Role == TokenRole.Quantity)
            {
                // 收购甲公司100%|股权、乙公司51%股权: stakes, no list of names.
                at = phrase.Start;
                continue;
            }

            var peers = Peers(row, phrase, out var tail);
            if (peers.Count == run.Count + 1 && Merged(row, peers) is { Count: > 1 } merged)
            {
                peers = merged;
            }

            if (peers.Count > run.Count && Chosen(row, marker) is var chosen && chosen != 0)
            {
                // 甲、乙和丙…，后两者分别为: the last of those listed.
                peers = chosen > 0 ? peers.GetRange(peers.Count - run.Count, run.Count) : peers.GetRange(0, run.Count);
            }

            if (peers.Count == run.Count)
            {
                // 营收和净利润同比增幅: an adverb parts the growth from what has it.
                var parted = metric.IsEmpty || row[metric.End - 1].Sense.Metric is not { Kind: MetricKind.Change } ? -1 : metric.End - 1;
                var head = parted >= 0 ? parted : SharedHead(row, peers);
                for (var i = 0; i < run.Count; i++)
                {
                    var measures = frame.MetricIn(peers[i]) is not null && row[peers[i].End - 1].Sense.Metric is not null && !SubjectName.IsOrganisation(row, peers[i].End - 1)
                        && row[peers[i].End - 1].Sense.Entity is null && !(row[peers[i].End - 1].Sense.Metric is { Id: "stock_index" } && peers[i].End - peers[i].Start > 1);
                    items[run[i]] = measures
                        ? Measured(row, peers, i) with { Head = parted >= 0 || i < run.Count - 1 ? head : -1 }
                        : new ListItem(peers[i], !metric.IsEmpty ? metric : hasVerb && tail.End <= frame.Clause(frame.ClauseOf(marker)).Start ? Phrase.None : tail);
                }

                return;
            }

            if (metric.IsEmpty && !(hasVerb && phrase.End <= frame.Clause(frame.ClauseOf(marker)).Start))
            {
                // 收购价…，分别花费3亿元和2亿元: the verb of the list says what is measured.
                var (_, measured) = row.Part(phrase, hasOwner: false);
                metric = measured;
            }

            at = phrase.Start;
        }

        // 营收58.7亿元，净利润3.2亿元，同比分别增长34.4%和35.5%: each change goes with the value as far before the list as it is in it.
        var stated = QuantitiesBefore(row, marker);
        if (!hasVerb && (stated == run.Count && !SameDimension(frame.Quantities[row[run[0]].Quantity], frame.Quantities[row[run[0]].Quantity - 1]) || stated == 2 * run.Count && items.TryGetValue(row.QuantityTokens[run.Count], out var before) && before.Back == run.Count))
        {
            // 环比变动分别为2%和3%，同比变动分别为5%和7%: a second list goes with the same values.
            var own = OwnMeasure(frame, marker);
            for (var i = 0; i < run.Count; i++)
            {
                items[run[i]] = new ListItem(Phrase.None, own, stated);
            }
        }
    }

    /// <summary>发生5.1级和4.5级地震，震源深度分别为…: what the clause of 分别 measures of the things before; empty where it says how they changed.</summary>
    private static Phrase OwnMeasure(SentenceFrame frame, int marker)
    {
        var row = frame.Row;
        var last = row.Before(marker, frame.Clause(frame.ClauseOf(marker)).Start);
        return last >= 0 && row[last].Sense.Metric is { Kind: not MetricKind.Change } ? MetricOf(row, row.PhraseEndingAt(last, frame.Clause(frame.ClauseOf(marker)).Start)) : Phrase.None;
    }

    /// <summary>1 where the clause of 分别 speaks of the last of those listed (后两者, 后三家), -1 of the first; 0 for none.</summary>
    private static int Chosen(TokenRow row, int marker)
    {
        var before = row.Folded.AsSpan(0, row[marker].Start);
        before = before[(before.LastIndexOfAny(',', ';') + 1)..];
        var at = before.IndexOfAny("者家项位国") - 2;
        return at < 0 || before[at + 1] is not ('两' or '二' or '三' or '四') ? 0 : before[at] switch { '后' => 1, '前' => -1, _ => 0 };
    }

    /// <summary>金融科技及企业服务 after 营销服务和: 及 joins within a name where 和 joins the names.</summary>
    private static List<Phrase> Merged(TokenRow row, List<Phrase> peers)
    {
        var merged = new List<Phrase> { peers[0] };
        for (var i = 1; i < peers.Count; i++)
        {
            if (row.Word(peers[i].Start - 1) is "及" or "以及" or "与" && i > 1 && row.Word(peers[i - 1].Start - 1) is "和" or "、")
            {
                merged[^1] = new Phrase(merged[^1].Start, peers[i].End);
            }
            else
            {
                merged.Add(peers[i]);
            }
        }

        return merged;
    }

    /// <summary>How many values stand before 分别, each in a clause of its own or joined to the one before.</summary>
    private static int QuantitiesBefore(TokenRow row, int marker)
    {
        var count = 0;
        for (var at = row.Before(marker); at >= 0; at = row.Before(at))
        {
            count += row[at].Role == TokenRole.Quantity ? 1 : 0;
        }

        return count;
    }

    /// <summary>营收和净利润|增幅: the growth that only the last of joined metrics names, and all of them have; -1 where each stands alone.</summary>
    private static int SharedHead(TokenRow row, List<Phrase> peers)
    {
        var last = peers[^1].End - 1;
        return last > peers[^1].Start && row[last].Sense.Metric is { Kind: MetricKind.Change } && row[last - 1].Sense.Metric is { Kind: not MetricKind.Change }
            && peers.TrueForAll(peer => peer == peers[^1] || row[peer.End - 1].Sense.Metric is { Kind: not MetricKind.Change })
                ? last
                : -1;
    }

    /// <summary>营收和净利润: the first one's owner; 甲厂产量和乙厂产量: each one's own; 港元存款及外币存款: what is measured is of a sort.</summary>
    private static ListItem Measured(TokenRow row, List<Phrase> peers, int index)
    {
        if (peers.Exists(peer => OwnerOf(row, peer) is var owner && (owner.IsEmpty || row[owner.Start].Role != TokenRole.Noun || owner.End != peer.End - 1 || !row.Word(peer.End - 1).SequenceEqual(row.Word(peers[0].End - 1)))))
        {
            return new ListItem(OwnerOf(row, peers[0]), MetricOf(row, peers[index]));
        }

        return peers.TrueForAll(peer => OwnerStrength.StandsAlone(row, OwnerOf(row, peer), isBesideTopic: false)) ? new ListItem(OwnerOf(row, peers[index]), MetricOf(row, peers[index])) : new(Phrase.None, peers[index]);
    }

    private static Phrase OwnerOf(TokenRow row, Phrase peer) => row.Part(peer, hasOwner: false).Owner;

    private static Phrase MetricOf(TokenRow row, Phrase peer) => row.Part(peer, hasOwner: false) is { Metric.IsEmpty: false } parts ? parts.Metric : peer;

    /// <summary>The joined names of a phrase; what the last one measures is cut off as the tail: 甲、乙和丙 | 的营收.</summary>
    private static List<Phrase> Peers(TokenRow row, Phrase phrase, out Phrase tail)
    {
        var peers = new List<Phrase>();
        var start = phrase.Start;
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (row[i].Role == TokenRole.Listing && i > start)
            {
                peers.Add(new Phrase(start, i));
                start = i + 1;
            }
        }

        peers.Add(new Phrase(start, phrase.End));
        tail = Phrase.None;
        if (peers.Count > 1)
        {
            var last = peers[^1];
            var firstMeasures = row[peers[0].End - 1].Sense.Metric is not null && !SubjectName.IsOrganisation(row, peers[0].End - 1);
            var (owner, metric) = row.Part(last, hasOwner: false);
            if (!firstMeasures && !owner.IsEmpty && !metric.IsEmpty)
            {
                peers[^1] = owner;
                tail = metric;
            }

            // 三家股东中国石油天然气集团, …: a counted apposition before the first name stays out of it.
            var first = peers[0];
            for (var i = first.Start; i < first.End - 1; i++)
            {
                if (row[i].Sense.Is(WordRoles.Title) && !row[i + 1].Sense.Is(WordRoles.Title) && row[i + 1].Role == TokenRole.Noun)
                {
                    peers[0] = new Phrase(i + 1, first.End);
                }
            }
        }

        return peers;
    }
}
