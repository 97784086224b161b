namespace Pipeline.Extract.Context.Attribution;

/// <summary>How a verb of data/lexicons/speech_verbs.tsv gives what follows to a speaker.</summary>
internal enum SpeechSense
{
    /// <summary>称, 表示: whoever stands before it states what follows.</summary>
    Say,

    /// <summary>建议, 提醒: so too, but only where a person or body stands before it.</summary>
    Remark,

    /// <summary>预计, 认为: so too, but only where a person or body stands before it and a clause follows.</summary>
    Opine,

    /// <summary>显示: a document states it.</summary>
    Show,

    /// <summary>公告, 披露: speaks only with a pause after it.</summary>
    Announce,

    /// <summary>作出, 出具: speaks only with a document for its object (作出裁决书，…); its time is that of what it decides.</summary>
    Issue,

    /// <summary>否认: the speaker states that it is not so.</summary>
    Deny,

    /// <summary>作出判决: an authority decides; the time of its act is the time of what it decides.</summary>
    Act,

    /// <summary>据…报道: a medium passes it on.</summary>
    Report,
}
