import Foundation
import Testing

@testable import French

@Suite("The French stemmer") struct FrenchStemmerTests {
    /// Words and their stems as Snowball 3 gives them.
    static let pairs: [(word: String, stem: String)] = """
        collectivité:collect collectivités:collect mairie:mair mairies:mair commune:commun
        communes:commun communal:communal communaux:communal communauté:communaut agent:agent
        agents:agent agente:agent investigation:investig investigations:investig
        investiguer:investigu irritant:irrit irritants:irrit exploratoire:exploratoir
        problème:problem problèmes:problem difficulté:difficult difficultés:difficult
        chercher:cherch cherchons:cherchon cherchez:cherch trouver:trouv trouvé:trouv
        développer:développ développement:développ développeur:développeur développeuse:développ
        logiciel:logiciel logiciels:logiciel application:appliqu applications:appliqu
        vouloir:vouloir veux:veux voulons:voulon voudrais:voudr falloir:falloir faut:faut
        faudrait:faudr souhaiter:souhait souhaitons:souhaiton désigner:désign désigné:désign
        designer:design creuser:creus creuse:creus partant:part partir:part demande:demand
        demander:demand demandeur:demandeur numérique:numer numériquement:numer numériques:numer
        service:servic services:servic public:public publique:publiqu publiques:publiqu
        publiquement:publiqu territoire:territoir territorial:territorial
        territoriaux:territorial incubateur:incub incubation:incub accompagnement:accompagn
        accompagner:accompagn financement:financ financer:financ gratuit:gratuit
        gratuitement:gratuit catalogue:catalogu candidature:candidatur facturation:factur
        facture:factur presse:press recherche:recherch rechercher:recherch usager:usag
        usagers:usager habitant:habit habitante:habit invitation:invit remerciement:remerci
        remerciements:remerci accessibilité:accessibil accessible:accessibl
        désinscription:désinscript erreur:erreur nationalité:national activité:activ
        activités:activ relativité:relat mobilité:mobil possibilité:possibil capacité:capac
        électricité:électr authenticité:authent positivement:posit administrativement:administr
        courageusement:courag sérieusement:sérieux premièrement:premi dernièrement:derni
        particulièrement:particuli aimablement:aimabl constamment:const évidemment:évident
        récemment:récent rapidement:rapid absolument:absolu confusément:confus majestueux:majestu
        majestueuse:majestu heureux:heureux heureuse:heureux heureuses:heureux
        nombreuses:nombreux mensongère:mensonger continuation:continu continuellement:continuel
        continuité:continu administrateur:administr administratrice:administr
        administration:administr applicatrice:appliqu éducatif:éduc éducative:éduc
        indicatif:indiqu psychologie:psycholog psychologies:psycholog diffusion:diffus
        diffusions:diffus solution:solut solutions:solut contribution:contribu présence:présenc
        présences:présenc différence:différent tableaux:tableau bureau:bureau bureaux:bureau
        travaux:traval journaux:journal chevaux:cheval époux:épou jaloux:jalou bijoux:bijou
        genoux:genou poux:pou hiboux:hibou finissement:fin rafraîchissement:rafraîch
        établissement:établ établissements:établ nourrissement:nourr balais:balais
        mauvais:mauvais français:franc française:franc anglais:anglais malaise:malais
        palais:palais déplais:déplais plaise:plais biaise:bi mangeais:mang mangeait:mang
        naïf:naïf naïve:naïv naïveté:naïvet maïs:maï haïr:haïr ouïe:ouï égoïste:égo noël:noël
        canoë:cano israël:israël ambiguë:ambigu l'agent:agent l'école:écol d'accueil:accueil
        qu'il:il qu'elle:elle j'aime:aim n'ayez:ayez c':c' l':l' qu':qu' jusqu'au:jusqu'au
        aujourd'hui:aujourd'hui yeux:yeux voyage:voyag joyeux:joyeux employer:emploi
        employeur:employeur payer:pai paie:pai croyance:croyanc royal:royal yaourt:yaourt
        quiproquo:quiproquo quelque:quelqu équipe:équip équipes:équip paris:paris
        parisien:parisien colis:colis tapis:tapis taper:tap nier:nier niais:niais niaise:niais
        nièrent:nièrent nions:nion venions:venion mangions:mangion actions:action
        passions:passion aimions:aimion chantions:chantion finîmes:fin finît:fin finissent:fin
        finissaient:fin choisissant:chois choisissantes:chois parlâmes:parl parlassent:parl
        chantât:chant aimèrent:aim ancienne:ancien italienne:italien bonne:bon bonnette:bonnet
        appelle:appel belle:bel nouvelle:nouvel oreille:oreil bouteille:bouteil complète:complet
        inquiète:inquiet succès:succes progrès:progres procès:proces sévère:séver sévérité:séver
        élève:élev élever:élev célébrer:célebr célèbre:célebr maçon:maçon maçonnerie:maçonner
        leçon:leçon reçu:reçu aperçu:aperçu garçons:garçon lança:lanc commença:commenc a:a y:y
        où:où été:été île:île œuvre:œuvr
        """.split(whereSeparator: \.isWhitespace).map { pair in
            let halves = pair.split(separator: ":", omittingEmptySubsequences: false)
            return (String(halves[0]), String(halves[halves.count - 1]))
        }

    @Test("stems are Snowball's, version 3", arguments: pairs)
    func stems(word: String, stem: String) { #expect(FrenchStemmer.stem(word) == stem) }

    /// The whole vocabulary of Snowball, and words of our own: see `Fixtures/README.md`.
    @Test(
        "every word of a vocabulary has Snowball's stem",
        arguments: [("vocabulary", 20_355), ("additions", 1_369)]
    )
    func vocabulary(name: String, atLeast count: Int) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/snowball/\(name).tsv")
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.count >= count)
        let wrong = rows.filter { $0.count != 2 || FrenchStemmer.stem($0[0]) != $0[1] }
        #expect(wrong == [])
    }

    @Test("anything may be stemmed", arguments: ["", "'", "l'", "qu'", "é", "12", "s", "Y", "🙂"])
    func anything(word: String) { #expect(FrenchStemmer.stem(word).count <= word.count) }
}
