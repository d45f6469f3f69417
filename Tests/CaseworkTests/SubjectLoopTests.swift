import Casework
import Testing

@Suite("Desks that answer each other") struct SubjectLoopTests {
    @Test(
        "a subject of a person is no loop",
        arguments: [
            "", "Cantine", "Re: Cantine [2026-00042]", "TR: Re: Cantine [2026-00042]",
            "Dossiers 2026-00042 et 2026-00043", "[EXTERNE] [Ville] Cantine", "[CD22] Cantine",
            "Re: [GLPI #0001234] Cantine", "Réunion [2026-11] et [2026-12]",
            "Ticket restaurant (2026) et ticket modérateur", "École #12 et école #13",
            "Re: Cantine [2026-00042] (2e relance)", "[Ticket#123456] [Ticket#123456] Cantine",
            "(((((((((((", "]]]][[[[", "###########",
        ]
    )
    func person(subject: String) {
        #expect(SubjectLoop.objection(toAnswering: subject) == nil)
    }

    @Test(
        "our own subject nested, or two numbers of other desks, is one",
        arguments: [
            "Re: [2026-00042] Accusé Re: Cantine [2026-00042]",
            "Re: [2026-00042] Votre demande - Re: Cantine [2026-00043]",
            "Re: 2026-00042 Re: 2026-00042", "[2026-00042] [2026-B00007] Re : 2026-00042",
            "[Ticket#2026112810000012] Re: [GLPI #0001234] Cantine",
            "[INFRA-77] [SUPPORT-1234] Cantine", "##RE-12345## Re: ##RE-67890##",
            "(Case 123456) Demande [#98765]", "[Demande 20261128] Re: [Incident : 445566]",
            "Re: [Ville #123] Re: [Ville #124] Re: Cantine",
        ]
    )
    func loop(subject: String) {
        #expect(SubjectLoop.objection(toAnswering: subject) != nil)
    }
}
