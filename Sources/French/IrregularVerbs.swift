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
        /// Forms that cannot be derived.
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
                table[head + model.infinitive] = forms.map { head + $0 }
            }
        }
        return table
    }()

    private static func derive(_ model: Model) -> [String] {
        let present = words(model.present)
        var forms = [model.infinitive] + present
        if present.count == 6, present[3].hasSuffix("ons") {
            let stem = String(present[3].dropLast(3))
            forms += ["ais", "ait", "ions", "iez", "aient"].map { stem + $0 }
            forms += Conjugation.genders(stem + "ant")
        }
        if let third = present.last, third.hasSuffix("ent") {
            let stem = String(third.dropLast(3))
            forms += ["e", "es"].map { stem + $0 }
        }
        forms += Conjugation.futureEndings.map { model.future + $0 }
        let past = model.past.split(separator: "-").map(String.init)
        if past.count == 2 { forms += Conjugation.simplePast(past[0], past[1]) }
        for participle in words(model.participles) { forms += Conjugation.genders(participle) }
        return forms + words(model.others)
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }
}

// MARK: - Models

extension IrregularVerbs {
    private static let models: [Model] = rows.split(separator: "\n").compactMap(Model.init(row:))

    /// infinitive | present | stem of the future | passé simple | participle | prefixes | others
    private static let rows = """
        avoir | ai as a avons avez ont | aur | e-u | eu | _ r | aie aies ait ayons ayez aient ayant
        être | suis es est sommes êtes sont | ser | f-u | | _ | étais était étions étiez étaient étant été sois soit soyons soyez soient
        aller | vais vas va allons allez vont | ir | | allé | _ | aille ailles aillent alla allèrent allai allas allât allâmes
        faire | fais fais fait faisons faites font | fer | f-i | fait | _ re dé satis contre par | fasse fasses fassions fassiez fassent
        envoyer | envoie envoies envoie envoyons envoyez envoient | enverr | | envoyé | _ r | envoya envoyèrent envoyai envoyas
        venir | viens viens vient venons venez viennent | viendr | v-in | venu | _ con de inter pré par pro re sou sub contre ad sur |
        tenir | tiens tiens tient tenons tenez tiennent | tiendr | t-in | tenu | _ con dé entre main ob re sou abs appar |
        partir | pars pars part partons partez partent | partir | part-i | parti | _ re dé |
        sortir | sors sors sort sortons sortez sortent | sortir | sort-i | sorti | _ res |
        sentir | sens sens sent sentons sentez sentent | sentir | sent-i | senti | _ con res pres as |
        mentir | mens mens ment mentons mentez mentent | mentir | ment-i | menti | _ dé |
        repentir | repens repens repent repentons repentez repentent | repentir | repent-i | repenti | _ |
        servir | sers sers sert servons servez servent | servir | serv-i | servi | _ des res |
        dormir | dors dors dort dormons dormez dorment | dormir | dorm-i | dormi | _ en ren |
        ouvrir | ouvre ouvres ouvre ouvrons ouvrez ouvrent | ouvrir | ouvr-i | ouvert | _ c déc rec r entr |
        offrir | offre offres offre offrons offrez offrent | offrir | offr-i | offert | _ |
        souffrir | souffre souffres souffre souffrons souffrez souffrent | souffrir | souffr-i | souffert | _ |
        cueillir | cueille cueilles cueille cueillons cueillez cueillent | cueiller | cueill-i | cueilli | _ ac re |
        courir | cours cours court courons courez courent | courr | cour-u | couru | _ ac con dis par re se en |
        mourir | meurs meurs meurt mourons mourez meurent | mourr | mour-u | mort | _ |
        acquérir | acquiers acquiers acquiert acquérons acquérez acquièrent | acquerr | acqu-i | acquis | _ |
        conquérir | conquiers conquiers conquiert conquérons conquérez conquièrent | conquerr | conqu-i | conquis | _ |
        requérir | requiers requiers requiert requérons requérez requièrent | requerr | requ-i | requis | _ |
        fuir | fuis fuis fuit fuyons fuyez fuient | fuir | fu-i | fui | _ en |
        vêtir | vêts vêts vêt vêtons vêtez vêtent | vêtir | vêt-i | vêtu | _ re dé |
        haïr | hais hais hait haïssons haïssez haïssent | haïr | | haï | _ |
        vouloir | veux veux veut voulons voulez veulent | voudr | voul-u | voulu | _ | veuille veuilles veuillent veuillez veuillons
        pouvoir | peux peux peut pouvons pouvez peuvent | pourr | p-u | pu | _ | puis puisse puisses puissions puissiez puissent
        devoir | dois dois doit devons devez doivent | devr | d-u | dû | _ re | due dus dues
        savoir | sais sais sait savons savez savent | saur | s-u | su | _ | sache saches sachions sachiez sachent sachez sachons sachant
        falloir | faut | faudr | fall-u | fallu | _ | fallait faille
        valoir | vaux vaux vaut valons valez valent | vaudr | val-u | valu | _ équi pré re | vaille vailles vaillent
        voir | vois vois voit voyons voyez voient | verr | v-i | vu | _ re entre |
        prévoir | prévois prévois prévoit prévoyons prévoyez prévoient | prévoir | prév-i | prévu | _ |
        pourvoir | pourvois pourvois pourvoit pourvoyons pourvoyez pourvoient | pourvoir | pourv-u | pourvu | _ |
        recevoir | reçois reçois reçoit recevons recevez reçoivent | recevr | reç-u | reçu | _ |
        décevoir | déçois déçois déçoit décevons décevez déçoivent | décevr | déç-u | déçu | _ |
        concevoir | conçois conçois conçoit concevons concevez conçoivent | concevr | conç-u | conçu | _ |
        percevoir | perçois perçois perçoit percevons percevez perçoivent | percevr | perç-u | perçu | _ |
        apercevoir | aperçois aperçois aperçoit apercevons apercevez aperçoivent | apercevr | aperç-u | aperçu | _ |
        pleuvoir | pleut pleuvent | pleuvr | pl-u | plu | _ | pleuvait pleuve
        émouvoir | émeus émeus émeut émouvons émouvez émeuvent | émouvr | ém-u | ému | _ |
        promouvoir | promeus promeus promeut promouvons promouvez promeuvent | promouvr | prom-u | promu | _ |
        asseoir | assieds assieds assied asseyons asseyez asseyent | assiér | ass-i | assis | _ | assois assoit assoient assoyons assoyez assoirai assoira assoirait
        surseoir | sursois sursois sursoit sursoyons sursoyez sursoient | surseoir | surs-i | sursis | _ |
        prendre | prends prends prend prenons prenez prennent | prendr | pr-i | pris | _ ap com entre re sur é mé réap |
        mettre | mets mets met mettons mettez mettent | mettr | m-i | mis | _ ad com per pro re sou trans dé é o compro réad entre |
        battre | bats bats bat battons battez battent | battr | batt-i | battu | _ a com dé ra é |
        rompre | romps romps rompt rompons rompez rompent | rompr | romp-i | rompu | _ cor inter |
        connaître | connais connais connaît connaissons connaissez connaissent | connaîtr | conn-u | connu | _ re mé | connaitre connait connaitrai connaitrait connaitra
        paraître | parais parais paraît paraissons paraissez paraissent | paraîtr | par-u | paru | _ ap com dis re trans réap | paraitre parait paraitra paraitrait
        naître | nais nais naît naissons naissez naissent | naîtr | naqu-i | né | _ re | naitre nait
        croître | croîs croîs croît croissons croissez croissent | croîtr | | crû | _ ac dé | croitre croit croissant accru accrue accrus
        dire | dis dis dit disons dites disent | dir | d-i | dit | _ re |
        contredire | contredis contredis contredit contredisons contredisez contredisent | contredir | contred-i | contredit | _ |
        interdire | interdis interdis interdit interdisons interdisez interdisent | interdir | interd-i | interdit | _ |
        prédire | prédis prédis prédit prédisons prédisez prédisent | prédir | préd-i | prédit | _ |
        maudire | maudis maudis maudit maudissons maudissez maudissent | maudir | maud-i | maudit | _ |
        écrire | écris écris écrit écrivons écrivez écrivent | écrir | écriv-i | écrit | _ d r |
        scrire | scris scris scrit scrivons scrivez scrivent | scrir | scriv-i | scrit | in réin pre sou tran retran circon pro con |
        lire | lis lis lit lisons lisez lisent | lir | l-u | lu | _ re é ré |
        suffire | suffis suffis suffit suffisons suffisez suffisent | suffir | suff-i | suffi | _ |
        rire | ris ris rit rions riez rient | rir | r-i | ri | _ sou |
        uire | uis uis uit uisons uisez uisent | uir | uis-i | uit | cond prod réd trad constr instr détr déd introd séd c end ind reprod recond reconstr coprod retrad |
        nuire | nuis nuis nuit nuisons nuisez nuisent | nuir | nuis-i | nui | _ |
        luire | luis luis luit luisons luisez luisent | luir | luis-i | lui | _ re |
        suivre | suis suis suit suivons suivez suivent | suivr | suiv-i | suivi | _ pour |
        vivre | vis vis vit vivons vivez vivent | vivr | véc-u | vécu | _ re sur |
        croire | crois crois croit croyons croyez croient | croir | cr-u | cru | _ |
        boire | bois bois boit buvons buvez boivent | boir | b-u | bu | _ |
        plaire | plais plais plaît plaisons plaisez plaisent | plair | pl-u | plu | _ dé com | plait
        taire | tais tais tait taisons taisez taisent | tair | t-u | tu | _ |
        traire | trais trais trait trayons trayez traient | trair | | trait | _ abs |
        extraire | extrais extrais extrait extrayons extrayez extraient | extrair | | extrait | _ |
        distraire | distrais distrais distrait distrayons distrayez distraient | distrair | | distrait | _ |
        soustraire | soustrais soustrais soustrait soustrayons soustrayez soustraient | soustrair | | soustrait | _ |
        coudre | couds couds coud cousons cousez cousent | coudr | cous-i | cousu | _ re dé |
        moudre | mouds mouds moud moulons moulez moulent | moudr | moul-u | moulu | _ |
        résoudre | résous résous résout résolvons résolvez résolvent | résoudr | résol-u | résolu | _ |
        dissoudre | dissous dissous dissout dissolvons dissolvez dissolvent | dissoudr | | dissous | _ | dissoute dissoutes
        absoudre | absous absous absout absolvons absolvez absolvent | absoudr | | absous | _ | absoute absoutes
        vaincre | vaincs vaincs vainc vainquons vainquez vainquent | vaincr | vainqu-i | vaincu | _ con |
        conclure | conclus conclus conclut concluons concluez concluent | conclur | concl-u | conclu | _ |
        exclure | exclus exclus exclut excluons excluez excluent | exclur | excl-u | exclu | _ |
        inclure | inclus inclus inclut incluons incluez incluent | inclur | incl-u | inclus | _ |
        clore | clos clos clôt closons closez closent | clor | | clos | _ é en |
        aindre | ains ains aint aignons aignez aignent | aindr | aign-i | aint | cr pl contr |
        eindre | eins eins eint eignons eignez eignent | eindr | eign-i | eint | p t ét att restr astr f g empr dép enfr rep |
        oindre | oins oins oint oignons oignez oignent | oindr | oign-i | oint | j rej adj enj disj conj |
        """
}
