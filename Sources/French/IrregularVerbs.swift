/// The verbs that follow no group, as data: one model a line and the verbs built on it.
enum IrregularVerbs {
    /// Principal parts, from which the other forms follow.
    struct Model: Sendable {
        var infinitive: String
        /// Six persons, or those there are.
        var present: String
        /// The stem before -ai and -ais.
        var future: String
        /// Stem and vowel of the passé simple: `pr-i`, `v-in`; empty for none.
        var past: String
        var participles: String
        /// What is put before the infinitive to make other verbs; `_` is the verb itself.
        var prefixes: String
        /// Forms that cannot be derived; one that is derived and wrong stands with `-` before it.
        var others = ""

        /// Reads `infinitive | present | future | past | participles | prefixes | others`.
        init?(row: Substring) {
            let fields = row.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.split(separator: " ").joined(separator: " ") }
            guard fields.count == 7 else { return nil }
            infinitive = fields[0]
            present = fields[1]
            future = fields[2]
            past = fields[3]
            participles = fields[4]
            prefixes = fields[5]
            others = fields[6]
        }
    }

    static func forms(of infinitive: String) -> [String]? { table[infinitive] }

    static var infinitives: [String] { table.keys.sorted() }

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for model in models {
            let forms = derive(model)
            for prefix in model.prefixes.split(separator: " ") {
                let head = prefix == "_" ? "" : String(prefix)
                table[head + model.infinitive, default: []] += forms.map { head + $0 }
            }
        }
        for (infinitive, forms) in table { table[infinitive] = rectified(forms) }
        for (infinitive, forms) in table where isRectified(infinitive) {
            let plain = rectified(infinitive)
            table[plain] = [plain] + forms
        }
        return table
    }()

    private static func derive(_ model: Model) -> [String] {
        let present = words(model.present)
        var forms = [model.infinitive] + present
        if present.count == 6, present[3].hasSuffix("ons") {
            let stem = String(present[3].dropLast(3))
            forms += ["ais", "ait", "ions", "iez", "aient", "ant"].map { stem + $0 }
        }
        if let third = present.last, third.hasSuffix("ent") {
            let stem = String(third.dropLast(3))
            forms += ["e", "es"].map { stem + $0 }
        }
        if !model.future.isEmpty { forms += Conjugation.futureEndings.map { model.future + $0 } }
        let past = model.past.split(separator: "-").map(String.init)
        if past.count == 2 { forms += Conjugation.simplePast(past[0], past[1]) }
        for participle in words(model.participles) { forms += Conjugation.genders(participle) }
        let others = words(model.others)
        forms.removeAll { others.contains("-" + $0) }
        return forms + others.filter { !$0.hasPrefix("-") }
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }

    // MARK: - Spelling of 1990

    private static func isRectified(_ word: String) -> Bool { rectified(word) != word }

    /// Without the circumflex that the rectifications of 1990 take from an i before t.
    private static func rectified(_ word: String) -> String {
        word.replacing("aît", with: "ait").replacing("oîtr", with: "oitr")
    }

    private static func rectified(_ forms: [String]) -> [String] {
        forms + forms.filter(isRectified).map(rectified)
    }
}

// MARK: - Models

extension IrregularVerbs {
    private static let models: [Model] = rows.split(separator: "\n").compactMap(Model.init(row:))

    /// infinitive | present | stem of the future | passé simple | participle | prefixes | others
    private static let rows = """
        avoir | ai as a avons avez ont | aur | e-u | eu | _ r | aie aies ait ayons ayez aient ayant -avant
        être | suis es est sommes êtes sont | ser | f-u | | _ | étais était étions étiez étaient étant été sois soit soyons soyez soient
        aller | vais vas va allons allez vont | ir | all-a | allé | _ | aille ailles aillent
        faire | fais fais fait faisons faites font | fer | f-i | fait | _ re dé redé satis contre par mal sur | fasse fasses fassions fassiez fassent
        envoyer | envoie envoies envoie envoyons envoyez envoient | enverr | envoy-a | envoyé | _ r |
        venir | viens viens vient venons venez viennent | viendr | v-in | venu | _ con de inter pré pro re sou sub contre ad sur par rede res ressou circon discon |
        tenir | tiens tiens tient tenons tenez tiennent | tiendr | t-in | tenu | _ con dé entre main ob re sou abs appar |
        partir | pars pars part partons partez partent | partir | part-i | parti | _ re dé |
        sortir | sors sors sort sortons sortez sortent | sortir | sort-i | sorti | _ res |
        sentir | sens sens sent sentons sentez sentent | sentir | sent-i | senti | _ con res pres as |
        mentir | mens mens ment mentons mentez mentent | mentir | ment-i | menti | _ dé |
        repentir | repens repens repent repentons repentez repentent | repentir | repent-i | repenti | _ |
        servir | sers sers sert servons servez servent | servir | serv-i | servi | _ des res |
        dormir | dors dors dort dormons dormez dorment | dormir | dorm-i | dormi | _ en ren re |
        bouillir | bous bous bout bouillons bouillez bouillent | bouillir | bouill-i | bouilli | _ |
        ouvrir | ouvre ouvres ouvre ouvrons ouvrez ouvrent | ouvrir | ouvr-i | ouvert | _ c déc redéc rec r entr |
        offrir | offre offres offre offrons offrez offrent | offrir | offr-i | offert | _ |
        souffrir | souffre souffres souffre souffrons souffrez souffrent | souffrir | souffr-i | souffert | _ |
        cueillir | cueille cueilles cueille cueillons cueillez cueillent | cueiller | cueill-i | cueilli | _ ac re |
        saillir | saille sailles saille saillons saillez saillent | saillir | saill-i | sailli | as tres |
        défaillir | défaille défailles défaille défaillons défaillez défaillent | défaillir | défaill-i | défailli | _ |
        courir | cours cours court courons courez courent | courr | cour-u | couru | _ ac con dis par re se en |
        mourir | meurs meurs meurt mourons mourez meurent | mourr | mour-u | mort | _ |
        quérir | quiers quiers quiert quérons quérez quièrent | querr | qu-i | quis | ac con re en réac recon |
        fuir | fuis fuis fuit fuyons fuyez fuient | fuir | fu-i | fui | _ en |
        vêtir | vêts vêts vêt vêtons vêtez vêtent | vêtir | vêt-i | vêtu | _ re dé |
        haïr | hais hais hait haïssons haïssez haïssent | haïr | ha-ï | haï | _ |
        vouloir | veux veux veut voulons voulez veulent | voudr | voul-u | voulu | _ | veuille veuilles veuillent veuillez veuillons -veule -veules
        pouvoir | peux peux peut pouvons pouvez peuvent | pourr | p-u | | _ | pu puis puisse puisses puissions puissiez puissent -peuve -peuves
        devoir | dois dois doit devons devez doivent | devr | d-u | dû | _ re |
        savoir | sais sais sait savons savez savent | saur | s-u | su | _ | sache saches sachions sachiez sachent sachez sachons sachant -savant -save -saves
        falloir | faut | | | | _ | fallait faudra faudrait fallu faille fallut fallût
        valoir | vaux vaux vaut valons valez valent | vaudr | val-u | valu | _ équi re | vaille vailles vaillent -vale -vales
        prévaloir | prévaux prévaux prévaut prévalons prévalez prévalent | prévaudr | préval-u | prévalu | _ |
        voir | vois vois voit voyons voyez voient | verr | v-i | vu | _ re entre |
        prévoir | prévois prévois prévoit prévoyons prévoyez prévoient | prévoir | prév-i | prévu | _ |
        pourvoir | pourvois pourvois pourvoit pourvoyons pourvoyez pourvoient | pourvoir | pourv-u | pourvu | _ |
        cevoir | çois çois çoit cevons cevez çoivent | cevr | ç-u | çu | re dé con per aper entraper |
        pleuvoir | pleut pleuvent | | | | _ | pleuvait pleuvaient pleuvant pleuvra pleuvront pleuvrait plu plut plût
        mouvoir | meus meus meut mouvons mouvez meuvent | mouvr | m-u | mû | _ |
        mouvoir | meus meus meut mouvons mouvez meuvent | mouvr | m-u | mu | é pro |
        échoir | échoit échoient | | | échu | _ | échoira échoirait échut échéant
        asseoir | assieds assieds assied asseyons asseyez asseyent | assiér | ass-i | assis | _ r |
        asseoir | assois assois assoit assoyons assoyez assoient | assoir | | | _ r |
        assoir | assois assois assoit assoyons assoyez assoient | assoir | ass-i | assis | _ r |
        surseoir | sursois sursois sursoit sursoyons sursoyez sursoient | surseoir | surs-i | sursis | _ |
        prendre | prends prends prend prenons prenez prennent | prendr | pr-i | pris | _ ap com entre re sur é mé réap désap dé |
        mettre | mets mets met mettons mettez mettent | mettr | m-i | mis | _ ad com per pro re sou trans dé é o compro réad entre réé retrans |
        battre | bats bats bat battons battez battent | battr | batt-i | battu | _ a com dé ra é re |
        rompre | romps romps rompt rompons rompez rompent | rompr | romp-i | rompu | _ cor inter |
        connaître | connais connais connaît connaissons connaissez connaissent | connaîtr | conn-u | connu | _ re mé |
        paraître | parais parais paraît paraissons paraissez paraissent | paraîtr | par-u | paru | _ ap com dis re trans réap recom |
        naître | nais nais naît naissons naissez naissent | naîtr | naqu-i | né | _ re |
        croître | croîs croîs croît croissons croissez croissent | croîtr | cr-û | crû | _ |
        croître | crois crois croît croissons croissez croissent | croîtr | cr-u | cru | ac dé | croit
        dire | dis dis dit disons dites disent | dir | d-i | dit | _ re |
        dire | dis dis dit disons disez disent | dir | d-i | dit | contre inter pré mé dé |
        maudire | maudis maudis maudit maudissons maudissez maudissent | maudir | maud-i | maudit | _ |
        écrire | écris écris écrit écrivons écrivez écrivent | écrir | écriv-i | écrit | _ d r ré |
        scrire | scris scris scrit scrivons scrivez scrivent | scrir | scriv-i | scrit | in réin désin pre sou tran retran circon pro con su |
        lire | lis lis lit lisons lisez lisent | lir | l-u | lu | _ re é réé |
        suffire | suffis suffis suffit suffisons suffisez suffisent | suffir | suff-i | | _ | suffi
        rire | ris ris rit rions riez rient | rir | r-i | | _ sou | ri
        uire | uis uis uit uisons uisez uisent | uir | uis-i | uit | cond prod réd trad constr instr détr déd introd séd c end ind reprod recond reconstr coprod retrad surprod réintrod coconstr déconstr autodétr préc rec écond |
        nuire | nuis nuis nuit nuisons nuisez nuisent | nuir | nuis-i | | _ | nui
        luire | luis luis luit luisons luisez luisent | luir | luis-i | | _ re | lui
        suivre | suis suis suit suivons suivez suivent | suivr | suiv-i | suivi | _ pour en |
        vivre | vis vis vit vivons vivez vivent | vivr | véc-u | vécu | _ re sur |
        croire | crois crois croit croyons croyez croient | croir | cr-u | cru | _ |
        boire | bois bois boit buvons buvez boivent | boir | b-u | bu | _ re |
        plaire | plais plais plaît plaisons plaisez plaisent | plair | pl-u | | _ dé com | plu
        taire | tais tais tait taisons taisez taisent | tair | t-u | tu | _ |
        traire | trais trais trait trayons trayez traient | trair | | trait | _ abs ex dis sous |
        coudre | couds couds coud cousons cousez cousent | coudr | cous-i | cousu | _ re dé |
        moudre | mouds mouds moud moulons moulez moulent | moudr | moul-u | moulu | _ |
        résoudre | résous résous résout résolvons résolvez résolvent | résoudr | résol-u | résolu | _ |
        soudre | sous sous sout solvons solvez solvent | soudr | | sous | dis ab | soute soutes -souse -souses
        vaincre | vaincs vaincs vainc vainquons vainquez vainquent | vaincr | vainqu-i | vaincu | _ con |
        clure | clus clus clut cluons cluez cluent | clur | cl-u | clu | con ex |
        inclure | inclus inclus inclut incluons incluez incluent | inclur | incl-u | inclus | _ |
        clore | clos clos clôt closons closez closent | clor | | clos | _ é en for dé | clot -closais -closait -closaient -closons -closez
        aindre | ains ains aint aignons aignez aignent | aindr | aign-i | aint | cr pl contr |
        eindre | eins eins eint eignons eignez eignent | eindr | eign-i | eint | p t ét att restr astr f g empr dép enfr rep étr dét ret c enc |
        oindre | oins oins oint oignons oignez oignent | oindr | oign-i | oint | j rej adj enj disj conj p |
        """
}
