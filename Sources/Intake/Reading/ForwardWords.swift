/// The wording around forwarded mail.
enum ForwardWords {
    static let replyPrefixes = WordingSet(
        """
        re: | re : | rep: | rep : | re[ | re( | aw: | aw : | antw: | antwort: | sv: | r: | ref: |
        ref : | ref. : | res: | rif: | odp: | ynt: | reponse : | reponse: | betr:
        """
    )
    static let forwardPrefixes = WordingSet(
        """
        tr: | tr : | fwd: | fwd : | fw: | fw : | wg: | transfert: | transfert : | trans: |
        [fwd | i: | rv: | rv : | tr. | transf: | fwd - | pour info : | pour suite | wg : | enc: |
        vb: | vl: | pd: | doorst: | fs: | inoltra: | transmission :
        """
    )

    /// Whether the words above a forwarded mail only hand it over: "Merci de voir avec eux."
    ///
    /// Inside a chain any few words do: who passed it on first did not write to us.
    static func isHandOver(_ lines: [BodyLine], isInChain: Bool) -> Bool {
        let words = lines.reduce(0) { $0 + $1.folded.wordCount }
        if words <= 25, isInChain { return true }
        guard words <= 60, !lines.contains(where: \.isCut) else { return false }
        let text = Wording(lines.map { $0.folded.string + "\n" }.joined())
        var sentences: [Wording] = []
        for line in lines { sentences += Self.sentences(of: line.folded) }
        let isShort = { (sentence: Wording) in
            sentence.wordCount <= 4 && !sentence.hasSuffix("?")
        }
        guard !requests.occur(in: text) else { return false }
        let rest = sentences.filter { !isShort($0) && !isPolite($0) && !handsOver($0) }
        // One who hands over may say why; one who asks does more.
        let mayExplain = sentences.contains(where: handsOver) && words <= longestExplained
        return rest.isEmpty || (mayExplain && !sentences.contains { $0.hasSuffix("?") })
    }

    private static func sentences(of line: Wording) -> [Wording] {
        var sentences: [Wording] = []
        var current: [UInt8] = []
        for byte in line.bytes {
            current.append(byte)
            if byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3B {
                sentences.append(Wording(folded: current))
                current = []
            }
        }
        if !current.isEmpty { sentences.append(Wording(folded: current)) }
        return sentences.filter { $0.wordCount > 0 }
    }

    private static func handsOver(_ sentence: Wording) -> Bool {
        handOvers.occur(in: sentence)
            || (sentence.wordCount <= longestPointer && pointers.occur(in: sentence))
    }

    /// In words, of a hand-over that tells something besides.
    private static let longestExplained = 45

    /// Words that only point at the mail stand in a request of the forwarder's own too.
    private static let longestPointer = 8

    private static func isPolite(_ sentence: Wording) -> Bool {
        let reader = ShapeReader(writer: LetterWriter(name: nil, localPart: nil))
        return reader.isFormula(sentence) || reader.isGreeting(sentence)
            || (SignatureWords.closings.start(sentence) && sentence.wordCount <= 6)
    }

    private static let handOvers = WordingSet(
        """
        pour info | pour suite | pour attribution | pour traitement | pour action | pour avis |
        pour votre information | a toutes fins utiles | pour competence | pour reponse |
        pour instruction | pour prise en charge | pour reprise | pour vous | voir avec |
        voyez avec | a voir avec | fyi |
        for your information | transmis | je vous transfere | je te transfere | je transfere |
        je vous transmets | je te transmets | je vous fais suivre | je fais suivre |
        je te fais suivre | nous vous transmettons | nous vous transferons | vous trouverez |
        suite a donner | vu avec | recu ca | recu ce | recu cette | bonne reception |
        a traiter | merci de traiter | merci de prendre contact | merci de repondre |
        repondre directement a | sa question sort | sa demande sort | leur demande sort |
        sa question ne releve | sa demande ne releve | ne releve pas de nous | hors de notre champ |
        merci de lui repondre | merci de leur repondre | merci de vous en charger |
        merci de le contacter | merci de la contacter | merci de les contacter |
        merci de les rappeler | merci de le rappeler | merci de la rappeler |
        merci de faire le necessaire | merci de donner suite | faire suivre | pas pour nous |
        vous transmet | vous transmettons | merci de voir | voir directement | prendre directement |
        merci de prendre | merci d'avance pour elle | merci d'avance pour lui | je vous redirige |
        je vous adresse le | ci-dessous le | ci-dessous la | ma collegue ci-dessous |
        mon collegue ci-dessous | l'appeler directement | la rappeler directement |
        le rappeler directement | les appeler directement | lui ecrire directement |
        cela vous concerne | ca vous concerne | vous concerne | releve de votre |
        releve de vos | relevant de | de votre ressort | de votre competence | lui repondre |
        leur repondre | les recontacter | le recontacter | la recontacter |
        prendre contact avec | prendre l'attache |
        qui s'en occupe | trouver ci-dessous | ne nous concerne |
        au bon service | le bon service | je vous laisse | je te laisse | je laisse | see below |
        please see | a vous de jouer | vous interesser | pour le suivi | en transfert |
        bien vouloir | vous saisit | vous saisir | voir la demande | voir le message |
        voir le mail | voir le courriel | tout en bas | plus bas | comme evoque | comme convenu |
        t'en occuper | vous en occuper | s'en occuper | t'en charger | pour toi |
        qui peut repondre | qui peut traiter | peux-tu repondre | peux-tu voir | peux-tu traiter |
        peux-tu prendre | peux-tu regarder | pouvez-vous repondre | pouvez-vous traiter |
        pouvez-vous voir | pouvez-vous prendre | pouvez-vous regarder | peux tu repondre |
        peux tu voir | peux tu traiter | pouvez vous repondre | pouvez vous traiter |
        pouvez vous voir | chez nous par erreur | recu par erreur | quoi en faire |
        envoye ca | envoye ceci | deal with | ich leite | ik stuur |
        voici le courrier | voici le message | voici le mail | voici la demande |
        voici le courriel | voici un message | voici un mail | voici ce que | a ta demande |
        a votre demande | je vous l'envoie | je te l'envoie | je fais passer | te concerne |
        for action | passing this | passing on | forwarding | one for you | over to you |
        can you deal | can you pick | please deal | please handle | please action | for info |
        for your attention | not ours | not for us | could you reply | please reply |
        can you reply | can you answer | sent on | your area | yours i think | this came in |
        zur info | zur kenntnis | zur weiteren | zustandig | leite weiter | leite ich |
        weitergeleitet | bitte ubernehm | anbei | untenstehend | zu eurer info |
        os reenvio | te reenvio | le reenvio | reenvio | os paso | os lo paso | te lo paso |
        te paso | vuestra competencia | su competencia | para su conocimiento |
        para vuestro conocimiento | para tu informacion | para su informacion |
        ti giro | vi giro | le giro | ti inoltro | vi inoltro | inoltro | per conoscenza |
        per competenza | di vostra competenza | ter info | ter informatie | ter kennisgeving |
        stuur ik | stuur door | doorgestuurd | hierbij | para conhecimento | reencaminho |
        encaminho | segue abaixo | para informacao | vossa competencia | for kannedom |
        till er | til orientering | til info | til jer | do wiadomosci | przesylam
        """
    )
    private static let pointers = WordingSet(
        """
        ci-dessous | ci-apres | ci-joint | ci dessous | ce message | ce mail | ce courriel |
        cette demande | la demande de | le mail de | le message de | le courriel de | cf_ | cf.
        """
    )
    /// What makes the forwarder ask for himself.
    private static let requests = WordingSet(
        """
        nous souhait | je souhait | nous voudr | je voudr | nous aimer | j'aimer |
        nous avons besoin | nous avons le besoin | nous avons un besoin | j'ai besoin |
        j'ai un besoin | il nous faut | il me faut | il nous faudr | il me faudr | il faudrait |
        cherche | cherchons | devis | notre commune | notre collectivite | pour notre |
        nous cherch | je cherche | nous recherch | pouvons-nous | peut-on | que peut |
        est-ce que nous | nous aussi | nous interess | m'interess | nous serions | je serais |
        avons le meme | ai le meme | qu'en pens | what do you think | was meinst | was halt
        """
    )
}
