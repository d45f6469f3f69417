@testable import Rules

/// The rule file that rule authors are shown first, word for word.
enum SampleRules {
    static let text = #"""
        # OFFRE 1 : CHERCHER ET TESTER UNE SOLUTION (« investigation »)
        # Une ligne = une règle :  points  nom-de-la-règle : mots cherchés.   Mode d'emploi : LISEZMOI.txt
        @creuser = étudier, =creuser, explorer, enquêter, comprendre, y voir clair
        @sujet   = problème, difficulté, question, cause, pourquoi, ce qui se passe
        @outil   = logiciel, application, appli, outil, plateforme, portail
        @vouloir = vouloir, souhaiter, chercher, demander, aimer, il faut

        [offre investigation]     seuil 4    marge 2
        +6  phrase-du-site        : "programme d'investigation" / "recherche d'irritants" / appel à irritants
        +3  creuser-un-sujet      : @creuser ...4 @sujet
        +3  coach-et-designer     : coach & =designer
        +3  un-jour-par-semaine   : (un / une) [seule] (jour / journée) par semaine
        +2  mots-de-l-objet       : objet: irritant* / exploratoire / investigation
        +2  une-autre-façon       : fin: trouver ...3 autre (chose / façon)
        +3  refuse-un-outil       : refus: @vouloir ...5 @outil
        +1  quel-profil           : question: combien de temps / quel agent / quel profil
        -3  déjà-menée            : passé: (mener / terminer) ...4 investigation
        -3  veut-développer       : @vouloir ...3 (développer / créer / construire) ...4 @outil
        -6  pas-une-collectivité  : auteur: entreprise / étudiant
        essai +2 a-tout-essayé    : "rien n'y fait" / on a tout essayé

        [piste irritants]         seuil 3
        +3  parole-aux-agents     : (agent / personnel) &12 (irritant / coincer / agacer / compliqu*)
        [porteur trouvé]          seuil 3
        +3  quelqu-un-est-prêt    : (agent / collègue / je / moi) ...6 (volontaire / =partant / se proposer)
        [porteur absent]          seuil 3
        +3  personne-encore       : refus: (avoir / =disposer / désigner) ...6 agent
        [action exemples]         seuil 2
        +2  voir-ailleurs         : (voir / exemple / retour) ...4 (ailleurs / autre collectivité)

        oui        : je voudrais comprendre pourquoi ca se passe comme ca, une journee par semaine
        non        : Je cherche un stage de cinq mois sur vos investigations.
        pas encore : C'est la rencontre entre le type en short et le patou.
        """#

    static let file = RuleFile(name: "investigation.rules", bytes: Array(text.utf8))
}
