/// The words of reply lines in the languages of mail programs.
enum ReplyWords {
    /// What a reply line may start with, where neither date nor address stands on its first line.
    static let openings = WordingSet(
        """
        le_ | on_ | am_ | el_ | il giorno_ | en date du_ | ---- | dans le message | in article |
        in message | quoting_ | citando_ | zitat von_ | citation de_ | en reponse a_ | selon_ |
        citerar_ | citeren_ | in reply to_ | respondendo_ | op_ | em_ | den_ | pada_ | lun | mar | mer | jeu | ven | sam | dim | dans_
        """
    )

    /// Those that a date follows.
    static let dateOpenings = WordingSet(
        "le_ | on_ | am_ | el_ | il giorno_ | en date du_ | op_ | em_ | den_ | pada_"
    )

    static func keys(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map { HeaderWord.key(of: $0) })
    }

    /// Small words before the date or the author.
    static let openingWords = keys(
        """
        le on am el il giorno en date du in data op em den pada tanggal vào lúc în dne w dnia
        στις в у el at de missatge del dia message dans son votre mon cet e-mail mail courriel datum
        dag fecha dd pe бв בתאריך יום في 在 於 于 il'
        """
    )
    /// Small words between date and author.
    static let bylines = keys(
        """
        par by from von od от від מאת ο χρήστης odesílatel uživatel używatel użytkownik av af
        por بواسطة تمت كتابة ما يلي l'utilisateur пользователь користувач heeft keltezéssel tarihinde ч ص ο/η je oseba
        lietotājs użytkownika
        """
    )
    /// Small words behind the author.
    static let afterAuthor = keys("님이 님께서 wrote ezt from tarihinde 于 ha a has")

    private static let verbs = keys(
        """
        écrit écrivait écrivit répondu écrivis
        wrote writes written
        schrieb schrieben geschrieben
        escribió escribio escribía escrito scritto scrive scrisse
        schreef geschreven escreveu escreveram escrevia skrev skrifaði
        kirjoitti kirjoittaa napisał(a napisał napisała napisal(a napsal(a napsal napsala napísal napísal(a
        napísala pisze napisał(a) írta irta scris yazdı yazmış escriure escrigué menulis tulis
        пишет писал написал написала написал(а пишет(ла пише написав писав έγραψε viết
        写道 寫道 작성 작성함 작성했습니다 كتب שכתב כתב/ה כתב wrote/a kirjutas rašė rakstīja napisao пиша
        """
    )
    private static let auxiliaries = keys(
        """
        a ha has hat have avez ezt va het volgende folgendes şunu da đã 님이 ο avait aviez est este
        following the ce qui suit
        """
    )

    /// The verb with its auxiliaries, where what is said follows it or a date does.
    static func verb(in words: ArraySlice<HeaderWord>) -> Range<Int>? {
        let found = words.indices.filter { index in
            if verbs.contains(words[index].key) { return true }
            let octets = words[index].key.utf8
            return octets.last == 0x93
                && glued.contains {
                    octets.count > $0.count && octets.suffix($0.count).elementsEqual($0)
                }
        }
        let closing = found.first {
            words[$0].hasColon || ($0 + 1 < words.endIndex && words[$0 + 1].isColon)
        }
        guard let verb = closing ?? found.last else { return nil }
        var start = verb
        // Chinese writes the verb right behind the time.
        if !verbs.contains(words[verb].key) { return verb + 1..<verb + 1 }
        while start > words.startIndex, auxiliaries.contains(words[start - 1].key),
            verb - start < 3
        {
            start -= 1
        }
        return start..<(verb + 1)
    }

    private static let glued = ["写道", "寫道"].map { Array($0.utf8) }

    /// "Le préfet nous a écrit :" speaks of a letter, it does not announce one.
    static func isOwn(_ verb: Range<Int>, in words: ArraySlice<HeaderWord>) -> Bool {
        guard verb.lowerBound > words.startIndex, !verb.isEmpty else { return false }
        let before = words[verb.lowerBound - 1].key
        let elided = ["m'a", "t'a", "l'a", "s'est"]
        return pronouns.contains(before)
            || ([before] + words[verb].map(\.key)).contains { key in
                elided.contains(where: key.hasPrefix)
            }
    }

    private static let pronouns = keys(
        "nous lui leur m'a t'a m'avait t'avait nous-a me te se m'ont ont m'as l'a y who which that qui"
    )

    /// "you wrote", "vous avez écrit": no name.
    static func isYou(_ verb: Range<Int>, in words: ArraySlice<HeaderWord>) -> Bool {
        guard verb.lowerBound > words.startIndex, !verb.isEmpty else { return false }
        return ["you", "vous", "tu", "sie", "du"].contains(words[verb.lowerBound - 1].key)
    }

    /// Whether a name starts like common speech: "le conseil", "notre maire".
    ///
    /// - Parameter startsLine: whether it stands first, where common words are capitals too.
    static func isCommon(_ author: ArraySlice<HeaderWord>, startsLine: Bool) -> Bool {
        guard let first = author.first(where: { !$0.isMark }) else { return true }
        if civilities.contains(first.key) { return true }
        let letter = first.text.unicodeScalars.first { $0.properties.isAlphabetic }
        if first.key == "i" { return true }
        guard startsLine || letter?.properties.isLowercase == true else { return false }
        return articles.contains(first.key) || first.key.hasPrefix("l'")
    }

    private static let civilities = keys("mme m mr mrs ms monsieur madame maître herr frau")

    /// Whether words that no name starts with do: "Voici ce que X a écrit".
    static func leadsIn(_ author: ArraySlice<HeaderWord>) -> Bool {
        author.first { !$0.isMark }.map { leads.contains($0.key) } ?? false
    }

    private static let leads = keys(
        """
        voici voilà pour ci-dessous ci-joint ci-après suite comme hier selon d'après bonjour merci que
        ce ceci cela dans here below what hello hi yesterday as since please when je nous vous
        rappel nb ps ps: objet attention
        """
    )

    private static let articles = keys(
        """
        le la les un une des notre nos votre vos mon ma mes ton ta son sa ses leur leurs ce cette ces
        il elle ils elles quelqu'un comme ainsi quand lorsque puisque si as when the our my your his her their a an der die das ein eine unser
        mein ihr on je he she it we they los las una uno nuestro lo gli i nostro de het een onze o os as um uma
        """
    )
    /// Words behind the verb that belong to it.
    static func isFill(_ words: ArraySlice<HeaderWord>) -> Bool {
        words.count <= 5 && words.allSatisfy { $0.isMark || fill.contains($0.key) }
    }

    private static let fill = keys("ce qui suit the following folgendes suivant ceci sur le on:")

    static func isNewsgroup(_ words: ArraySlice<HeaderWord>) -> Bool {
        let keys = words.prefix(4).map(\.key)
        return keys.starts(with: ["dans", "le", "message"]) || keys.starts(with: ["in", "message"])
    }

    /// The words behind "In article <…@…>," where the line starts so.
    static func afterMessageID(_ words: ArraySlice<HeaderWord>) -> ArraySlice<HeaderWord>? {
        guard let id = words.prefix(5).firstIndex(where: \.hasAddress), id > words.startIndex,
            ["article", "l'article", "message"].contains(words[id - 1].key)
        else { return nil }
        return words[(id + 1)...]
    }

    /// Words between the verb and a date behind it: "a écrit sur", "wrote on".
    static func leadsToDate(_ words: ArraySlice<HeaderWord>) -> Bool {
        words.count <= 3
            && words.allSatisfy {
                $0.isMark || openingWords.contains($0.key) || dateLeads.contains($0.key)
            }
    }

    static let dateLeads = keys("sur le on időpont il en no kuupäeval tarihinde")

    /// Where the author starts in "Quoting X:".
    static func endOfQuoting(_ words: ArraySlice<HeaderWord>) -> Int? {
        let keys = words.prefix(3).map(\.key)
        return quotings.first { keys.starts(with: $0) }.map { words.startIndex + $0.count }
    }

    private static let quotings: [[String]] = [
        "quoting", "citando a", "citando", "zitat von", "citation de", "en réponse à", "selon",
        "citerar", "citeren", "citát", "in reply to", "respondendo a", "cytowanie", "quoth",
    ].map { $0.split(separator: " ").map { HeaderWord.key(of: $0) } }

    /// Words of a request, where the grammar knows no verb of writing.
    static func isProse(_ words: ArraySlice<HeaderWord>) -> Bool {
        words.contains { prose.contains($0.key) }
    }

    private static let prose = keys(
        """
        avant merci contactez contacter contact contacts écrire écrivez joindre rendez-vous réunion
        envoyer envoyez répondre répondez jusqu'au before please until meeting merci, appelez
        inscription inscriptions animée animé organisé organisée pour tél téléphone courriel mail
        email e-mail adresse inscrire s'inscrire réserver réservation and et avec with
        voici voilà message ci-dessous est sont attention l'attention demande échange suite rappel
        is are here below
        """
    )

    /// A cheap look at a line's end: a colon, hyphens or arrows, or a verb somewhere.
    static func mayClose(_ line: Wording) -> Bool {
        var bytes = line.bytes[...]
        while let last = bytes.last, last == 0x20 || last == 0x2A || last == 0x5F {
            bytes.removeLast()
        }
        guard let last = bytes.last else { return false }
        return last == 0x3A || last == 0x2D || last == 0x3E
            || bytes.suffix(3).elementsEqual([0x3E, 0x3E, 0x3E])
            || closings.occur(in: line)
    }

    /// The verbs, as far as they are in the Latin alphabet.
    static let closings = WordingSet(
        """
        ecrit | ecrivait | repondu | wrote | writes | written | schrieb | geschrieben | escribi |
        scritto | scrive | schreef | escreveu | skrev | kirjoitti | scris | napisa | pisze |
        napsal | irta_ | menulis | escriu
        """
    )
}
