import Mail
import Testing

@testable import Intake

@Suite("Marks of mail programs") struct ClientMarkTests {
    @Test("what a mail program adds is no word of the writer", arguments: marks)
    func mark(_ mark: String) {
        let text = "Le devis est signé.\n\nCordialement,"
        MarkedBody(mark, "\(text)\nS|Nathalie\n\nS|\(mark)").check()
        MarkedBody(mark, "On arrive\n\nS|\(mark)").check()
    }

    private static let marks = [
        "Envoyé de mon iPhone",
        "Envoyé de mon iPad",
        "Envoyé depuis mon mobile Orange",
        "Envoyé depuis mon téléphone Android",
        "Envoyé depuis mon smartphone Samsung Galaxy.",
        "Envoyé à partir d’Outlook pour Android",
        "Envoyé à partir de Outlook pour iOS<https://aka.ms/o0ukef>",
        "Envoyé à partir de Courrier pour Windows",
        "Provenance : Courrier pour Windows 10",
        "Obtenir Outlook pour iOS<https://aka.ms/o0ukef>",
        "Obtenez Outlook pour Android",
        "Téléchargez Outlook pour iOS",
        "Envoyé avec la messagerie sécurisée Proton Mail.",
        "Envoyé avec la messagerie sécurisée ProtonMail.",
        "Envoyé avec Proton Mail Mobile",
        "Envoyé à partir de l'appli Orange Mail",
        "Envoyé depuis l'application Mail Orange",
        "Envoyé de Mail Orange",
        "Envoyé depuis Yahoo Mail pour Android",
        "Envoyé depuis l'application AOL",
        "Envoyé de mon appareil Huawei",
        "Envoyé depuis mon Xiaomi",
        "-------- Envoyé depuis SFR Mail",
        "Télécharger BlueMail pour Android",
        "Get BlueMail for Android",
        "Envoyé depuis mon appareil mobile.",
        "Veuillez excuser ma brièveté, envoyé de mon téléphone.",
        "mailo, l'email qui vous respecte",
        "Envoyé avec Mailo",
        "Sent from my iPhone",
        "Sent from my Samsung Galaxy smartphone.",
        "Sent from Outlook for Android",
        "Get Outlook for iOS",
        "Sent from Mail for Windows",
        "Sent with Proton Mail secure email.",
        "Sent from Yahoo Mail on Android",
        "Sent via the Samsung Galaxy S10, an AT&T 5G smartphone",
        "Von meinem iPhone gesendet",
        "Gesendet von Outlook für Android",
        "Von meinem Samsung Galaxy Smartphone gesendet.",
        "Diese Nachricht wurde von meinem Android-Mobiltelefon mit GMX Mail gesendet.",
        "Enviado desde mi iPhone",
        "Enviado desde Outlook para Android",
        "Enviado desde Correo para Windows",
        "Enviado do meu iPhone",
        "Obter o Outlook para iOS",
        "Inviato da iPhone",
        "Inviato da Outlook per Android",
        "Inviato dal mio Galaxy",
        "Verstuurd vanaf mijn iPhone",
        "Outlook voor Android downloaden",
        "Verzonden vanuit Mail voor Windows",
        "mailbox connecté",
        "Garanti sans virus. www.avast.com",
        "L'absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus Avast.",
        "Virus-free. www.avg.com",
        "Cet e-mail a été vérifié par le logiciel antivirus d'Avast.",
        "Pensez à l'environnement avant d'imprimer ce message.",
        "P Avant d'imprimer, pensez à l'environnement",
        "Merci de penser à l'environnement avant d'imprimer ce courriel.",
        "Please consider the environment before printing this email.",
        "Devons-nous vraiment imprimer ce mail ? Préservons notre planète.",
    ]
}
