namespace Pipeline.Extract.Context;

/// <content>Which place 该国 or 该市 stands for.</content>
internal static partial class SubjectName
{
    /// <summary>True for the name of a place: no 我国, no 全球.</summary>
    public static bool IsPlace(TokenRow row, int index) =>
        row[index] is { Role: TokenRole.Noun } token && (token.Sense.Entity is { Type: EntityType.Place } || token is { Tag: "ns", Sense.Entity: null })
        && row.Word(index).Length > 1;

    /// <summary>浙江|嘉兴: the names of places from <paramref name="first"/> on that follow one another.</summary>
    public static NamedPlace PlaceAt(SentenceFrame sentence, int first)
    {
        var (row, end) = (sentence.Row, first + 1);
        while (end < row.Count && IsPlace(row, end) && row[end].Start == row[end - 1].End)
        {
            end++;
        }

        return new NamedPlace(sentence.Text(new Phrase(first, first + 1)), sentence.Text(new Phrase(first, end)));
    }

    /// <summary>该国, 该州, 该市: the place named last before <paramref name="token"/>, where it is one of that sort; null for others, and for other words.</summary>
    private static string? PlaceBefore(SentenceFrame sentence, int token)
    {
        var row = sentence.Row;
        if (row.Word(token) is not ['该', '国' or '州' or '省' or '市' or '县' or '区' or '镇' or '乡' or '村'])
        {
            return null;
        }

        var sort = row.Folded[row[token].End - 1];
        for (var last = token - 1; last >= 0; last--)
        {
            if (IsPlace(row, last))
            {
                var first = last;
                while (first > 0 && IsPlace(row, first - 1) && row[first - 1].End == row[first].Start)
                {
                    first--;
                }

                return OfSort(PlaceAt(sentence, first), sort);
            }
        }

        return sentence.Antecedents.Place is { } place ? OfSort(place, sort) : null;
    }

    /// <summary>A city may be named without 市 (乌兰察布), a country is the largest of the names; 省, 县 and their like are part of the name.</summary>
    private static string? OfSort(NamedPlace place, char sort) => sort switch
    {
        '国' => place.Largest[^1] is '省' or '市' or '州' or '县' or '縣' or '区' or '區' or '镇' or '鎮' ? null : place.Largest,
        '市' => place.Text,
        '县' => place.Text[^1] is '县' or '縣' ? place.Text : null,
        '区' => place.Text[^1] is '区' or '區' ? place.Text : null,
        '镇' => place.Text[^1] is '镇' or '鎮' ? place.Text : null,
        _ => place.Text[^1] == sort ? place.Text : null,
    };
}
