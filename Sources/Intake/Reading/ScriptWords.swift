/// Closings and names in scripts that have no folded form.
enum ScriptWords {
    /// "С уважением,", "谢谢", "よろしくお願いいたします。" alone on their line.
    static func closes(_ line: BodyLine) -> Bool {
        guard line.folded.bytes.contains(Wording.unknownLetter), line.folded.count <= 60,
            !line.folded.hasSuffix("?"), !line.folded.hasSuffix(":")
        else { return false }
        let words = line.content.lowercased().drop { !$0.isLetter }
        guard let closing = closings.first(where: words.hasPrefix) else { return false }
        let rest = words.dropFirst(closing.count)
        if rest.first?.isLetter == true, isSpaced(closing) { return false }
        return line.folded.wordCount <= 5 && rest.count <= 16
    }

    /// Whether words are written apart in its script.
    private static func isSpaced(_ closing: String) -> Bool {
        closing.unicodeScalars.first.map { $0.value < 0x700 } ?? false
    }

    /// "Отправлено с iPhone", "发自我的iPhone": a verb of sending, and a device or program by its
    /// Latin name.
    static func isClientMark(_ line: BodyLine) -> Bool {
        guard line.folded.bytes.contains(Wording.unknownLetter), line.folded.count <= 60,
            line.folded.wordCount <= 8, ![0x2E, 0x21, 0x3F].contains(line.folded.bytes.last ?? 0),
            line.folded.bytes.count(where: { (0x61...0x7A).contains($0) }) >= 2
        else { return false }
        let words = line.content.lowercased()
        return sendings.contains { words.contains($0) }
    }

    private static let sendings = [
        "отправлено", "надіслано", "изпратено", "послато", "发自", "發自", "从我的", "從我的", "傳送", "发送",
        "获取", "取得 outlook", "送信", "を入手", "보냄", "보낸", "다운로드", "στάλθηκε", "נשלח", "أرسل",
        "تم الإرسال", "ส่งจาก", "скачать outlook", "загрузить outlook",
    ]

    /// "王小梅", "佐藤 健", "김민수": two to five signs, or a few more where the words are apart.
    static func isName(_ line: BodyLine) -> Bool {
        guard line.content.utf8.count <= 40 else { return false }
        let letters = line.content.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard (2...7).contains(letters.count), letters.allSatisfy(isEastAsian) else { return false }
        return (letters.count <= 4 || line.folded.wordCount >= 2)
            && !words.contains(String(letters))
    }

    /// Letters of scripts that put no space between words.
    static func eastAsianLetters(_ line: BodyLine) -> Int {
        guard line.folded.bytes.contains(Wording.unknownLetter) else { return 0 }
        return line.content.unicodeScalars.prefix(200).count(where: isEastAsian)
    }

    /// Whether a few words are in a script without capitals.
    static func isCaseless(_ line: BodyLine) -> Bool {
        line.content.unicodeScalars.prefix(200).allSatisfy {
            !$0.properties.isUppercase && !$0.properties.isLowercase
        }
    }

    private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
        (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
            || (0xAC00...0xD7A3).contains(scalar.value) || scalar.value == 0x3005
    }

    /// Short answers that are nobody's name.
    private static let words: Set<String> = [
        "好的", "收到", "可以", "不行", "明白", "明白了", "知道了", "没问题", "没有", "是的", "不是", "同意", "了解",
        "附件", "如下", "图片", "はい", "いいえ", "了解です", "了解", "承知", "以上", "写真", "添付", "네",
        "아니요", "알겠습니다", "좋아요", "첨부",
    ]

    private static let closings = [
        "с уважением", "с большим уважением", "с наилучшими", "с добрыми", "с приветом",
        "с почтением", "с благодарностью", "с любовью", "искренне", "всего доброго",
        "всего хорошего", "всего наилучшего", "до встречи", "до связи", "до свидания",
        "до завтра", "хорошего дня", "хорошего вечера", "хороших выходных", "спасибо",
        "большое спасибо", "заранее спасибо", "заранее благодарю", "благодарю", "обнимаю",
        "целую", "удачи", "з повагою", "з найкращими", "дякую", "щиро дякую", "гарного дня",
        "до зустрічі", "с поздрав", "поздрави", "поздрав", "хубав ден", "благодаря",
        "срдачан поздрав",
        "с поштовањем", "хвала", "з павагай", "дзякуй", "με εκτίμηση", "με εκτιμηση", "φιλικά",
        "με φιλικούς", "ευχαριστώ", "χαιρετισμούς", "καλή συνέχεια", "בברכה", "תודה", "בכבוד רב",
        "להתראות", "مع التحية", "مع خالص", "تحياتي", "شكرا", "مع أطيب", "وتفضلوا", "此致", "敬礼",
        "敬禮", "敬上", "谢谢", "謝謝", "多谢", "多謝", "感谢", "感謝", "祝好", "祝您", "祝你", "顺祝", "順祝",
        "顺颂", "順頌", "商祺", "よろしく", "宜しく", "どうぞよろしく", "どうぞ宜しく", "何卒", "以上、よろしく",
        "敬具", "草々", "かしこ", "ありがとう", "有難う", "では、また", "それでは", "今後とも", "引き続き", "감사합니다", "고맙습니다",
        "안녕히", "수고하세요", "ขอแสดงความนับถือ", "ขอบคุณ", "धन्यवाद", "सादर", "პატივისცემით", "հարգանքով",
    ]
}
