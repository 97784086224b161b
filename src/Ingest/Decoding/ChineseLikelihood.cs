namespace Pipeline.Ingest.Decoding;

/// <summary>How much decoded characters look like Chinese prose, so that the right one of several possible encodings wins.</summary>
internal static class ChineseLikelihood
{
    /// <summary>
    /// Words of grammar and news in both scripts, and the marks between them. Running Chinese text has 35 to 55 % of its characters here;
    /// text read in the wrong encoding under 10 %, because it scatters evenly over the table.
    /// </summary>
    private static readonly bool[] Frequent = Table(
        "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切编"
        + "這來個國說們為時會著過學對後麼還發當無開樣見經頭從動兩長現將與進實點種聲話問機給幾業間電門東氣關內軍產萬體別處總場師書員華報馬張難數應車親計務師記邊風戰幹許覺統請愛讓認論義術結資隊連遠帶條變聯權傳該領紅決達辦運術轉輕語寫識極錢黨設雙歷導網專誰讀飛觀爭組視濟離雖壞興編億購價歲億台灣臺灣警方表示指出今天昨天記者報導"
        + "，。、：；！？“”‘’「」『』（）《》【】—…·％");

    /// <summary>The share of non-ASCII characters that are <see cref="Frequent"/>, 0 to 1, less the share that no Chinese text holds; −1 without any.</summary>
    public static double Of(ReadOnlySpan<char> text)
    {
        int all = 0, frequent = 0, alien = 0;
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                continue;
            }

            all++;
            if (Frequent[c])
            {
                frequent++;
            }
            else if (c is '\ufffd' or (>= '\ue000' and <= '\uf8ff') or (>= '\u0080' and <= '\u009f') or (>= '\u3100' and <= '\u312f') or (>= '\u2500' and <= '\u257f'))
            {
                alien++;
            }
        }

        return all == 0 ? -1 : (double)(frequent - alien) / all;
    }

    private static bool[] Table(string characters)
    {
        var table = new bool[char.MaxValue + 1];
        foreach (var c in characters)
        {
            table[c] = true;
        }

        return table;
    }
}
