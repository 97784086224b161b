namespace Pipeline.Extract.Context;

/// <summary>Who and what the text has named up to the end of a sentence: the ground for pronouns and dropped subjects.</summary>
/// <remarks>
/// A chain, a link a sentence. A sentence without a quantity is read only when a later one asks for what it may have named;
/// most are never asked. What a link has answered once it keeps, so that each sentence is read at most once and passed at most once a question.
/// </remarks>
internal sealed class Antecedents
{
    /// <summary>Links that are asked newest first, each of which may ask those before it in turn; longer chains are answered oldest first, so that the stack stays low.</summary>
    private const int LongestRecursion = 32;

    private readonly Antecedents? _before;
    private UnreadSentence? _unread;
    private SentenceFrame? _frame;
    private SentenceNames _names;
    private (bool IsKnown, Mention? Value) _topic;
    private (bool IsKnown, Mention? Value) _organisation;
    private (bool IsKnown, Mention? Value) _person;
    private (bool IsKnown, Mention? Value) _event;
    private (bool IsKnown, NamedPlace? Value) _place;

    private Antecedents(Antecedents? before) => _before = before;

    /// <summary>Nothing is named before an article's first sentence.</summary>
    public static Antecedents None { get; } = new(before: null) { _topic = (true, null), _organisation = (true, null), _person = (true, null), _event = (true, null), _place = (true, null) };

    /// <summary>What the last sentence that named a subject was about.</summary>
    public Mention? Topic => _topic.IsKnown ? _topic.Value : FindTopic();

    /// <summary>The company or institution named last: 公司, 该企业.</summary>
    public Mention? Organisation => _organisation.IsKnown
        ? _organisation.Value
        : Find(static link => link._organisation.IsKnown, static link => link._organisation.Value ?? link.Names.Organisation, static (link, found) => link._organisation = (true, found));

    /// <summary>The person named last: 他, 她.</summary>
    public Mention? Person => _person.IsKnown
        ? _person.Value
        : Find(static link => link._person.IsKnown, static link => link._person.Value ?? link.Names.Person, static (link, found) => link._person = (true, found));

    /// <summary>The event named last: 事故, 火灾.</summary>
    public Mention? Event => _event.IsKnown
        ? _event.Value
        : Find(static link => link._event.IsKnown, static link => link._event.Value ?? link.Names.Event, static (link, found) => link._event = (true, found));

    /// <summary>The place named last: 该国, 该市.</summary>
    public NamedPlace? Place => _place.IsKnown
        ? _place.Value
        : Find(static link => link._place.IsKnown, static link => link._place.Value ?? link.Names.Place, static (link, found) => link._place = (true, found));

    /// <summary>What the sentence right before measured first; null where it held no quantity.</summary>
    public (string Text, Metric? Sense, string Unit)? Measured { get; private init; }

    private SentenceNames Names
    {
        get
        {
            if (_unread is { } unread)
            {
                _frame = unread.Read(_before!);
                _names = SentenceNames.Of(_frame);
                _unread = null;
            }

            return _names;
        }
    }

    /// <summary>What is named after a sentence that has been read and bound.</summary>
    public Antecedents After(SentenceFrame sentence)
    {
        var after = new Antecedents(this)
        {
            _names = SentenceNames.Of(sentence),
            Measured = sentence.Bound.Find(static b => b.Draft is { Metric: not null, IsMetricVerb: false }) is { Draft: { Metric: { } metric } draft, Quantity.Unit: var unit } ? (metric, draft.MetricSense, unit) : null,
        };
        // 分产业看: what is told of the parts is not what later sentences are about.
        if (!sentence.IsParted && SentenceNames.TopicOf(sentence) is { } topic)
        {
            after._topic = (true, topic);
        }

        return after;
    }

    /// <summary>What is named after a sentence that is read if need be, given what was named before it.</summary>
    public Antecedents AfterUnread(in UnreadSentence sentence) => new(this) { _unread = sentence };

    private TName? Find<TName>(Predicate<Antecedents> isKnown, Func<Antecedents, TName?> own, Action<Antecedents, TName?> keep)
        where TName : class
    {
        var link = this;
        TName? found;
        while ((found = own(link)) is null && !isKnown(link))
        {
            link = link._before!;
        }

        for (var passed = this; passed != link; passed = passed._before!)
        {
            keep(passed, found);
        }

        keep(link, found);
        return found;
    }

    private Mention? FindTopic()
    {
        var length = 0;
        for (var link = this; !link._topic.IsKnown && length <= LongestRecursion; link = link._before!)
        {
            length++;
        }

        if (length > LongestRecursion)
        {
            var unknown = new Stack<Antecedents>();
            for (var link = this; !link._topic.IsKnown; link = link._before!)
            {
                unknown.Push(link);
            }

            foreach (var link in unknown)
            {
                link._topic = (true, link.OwnTopic() ?? link._before!._topic.Value);
            }

            return _topic.Value;
        }

        return Find(static link => link._topic.IsKnown, static link => link._topic.IsKnown ? link._topic.Value : link.OwnTopic(), static (link, found) => link._topic = (true, found));
    }

    private Mention? OwnTopic()
    {
        _ = Names;
        var topic = _frame is null ? null : SentenceNames.TopicOf(_frame);
        _frame = null;
        return topic;
    }
}
