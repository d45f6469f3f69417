extension ReadingWholeTests {
    /// Addresses, lists, numbers and notices that are what the mail says.
    static let contents = [
        """
        Bonjour,

        Il nous faut un devis pour :
        Salle des fêtes : 120 m2
        École : 340 m2
        Mairie : 200 m2
        """,
        """
        Bonjour,

        Je suis conseillère municipale à Plouaret. Nous sommes 2 100 habitants.
        Mon téléphone : 06 00 00 00 00
        """,
        """
        Rappelez-moi au 06 00 00 00 00 svp
        """,
        """
        Oui c'est bon pour le 12
        """,
        """
        ok vu avec le maire
        """,
        """
        Bonjour, la mairie de Plouaret souhaite adhérer
        """,
        """
        Bonjour,
        Nous sommes la commune de Plouaret (22)
        Population : 2 100
        Maire : Alain Fouquet
        """,
        """
        Qui est en charge ?
        Le département ou la région
        """,
        """
        Le portail affiche :
        Erreur 500
        Internal Server Error
        """,
        """
        Le message d'erreur est "Accès refusé"

        Contactez votre administrateur
        """,
        """
        Bonjour,

        Liste des communes membres :

        Plouaret
        Plounévez-Moëdec
        Le Vieux-Marché
        """,
        """
        Ordre du jour :
        1) Cantine
        2) Garderie
        3) Questions diverses
        """,
        """
        Bonjour,

        Nous attendons deux choses du Département :
        un calendrier
        une réponse écrite
        """,
        """
        De mon côté rien de neuf.
        Du côté de la préfecture non plus.
        """,
        """
        Le directeur a dit oui, la présidente aussi
        """,
        """
        Bonjour,

        Pouvez-vous ajouter à la liste :
        julie.bernard@lannion.example
        paul.ferrand@lannion.example
        """,
        """
        Voici le lien
        https://www.lannion.example/cantine
        """,
        """
        Bonjour
        C'est pour un signalement
        Rue des Lilas, devant le 12
        Lampadaire éteint
        """,
        """
        Mon fils s'appelle Paul Tanguy
        Il est né le 12/03/2015
        """,
        """
        Commande :
        2 cartons de papier A4
        1 boîte de stylos

        Livraison à l'accueil
        """,
        """
        J'habite au 12 rue des Lilas à Plouaret
        """,
        """
        On demande quoi exactement ?
        Un logiciel
        Une formation
        Les deux
        """,
        """
        Objet : fuite d'eau
        Lieu : école Jules-Ferry
        Depuis : lundi matin

        Le compteur tourne à vide.
        """,
        """
        Les horaires de la déchetterie ont changé :
        Lundi : 9h - 12h
        Mardi : fermé
        Mercredi : 14h - 18h
        """,
        """
        Merci de mettre à jour notre fiche :

        Mairie de Plouaret
        Place de l'Église
        22420 Plouaret
        Tél. 02 96 00 00 00
        """,
        """
        Pour la plaque, écrire :
        À la mémoire de
        Jean-Marie Le Bihan
        Maire de 1953 à 1971
        """,
        """
        Bonjour,

        Confidentialité : nos agents s'inquiètent des données envoyées à l'extérieur. Qui est responsable du traitement ?
        """,
        """
        Attention, les pièces jointes que vous avez envoyées hier sont illisibles depuis l'extérieur du réseau.
        """,
        """
        Je reçois sans arrêt : « Pour vous désinscrire, cliquez ici ». Comment faire pour se désinscrire vraiment ?
        """,
        """
        Envoyez-le de préférence sur mon mobile
        """,
        """
        Sent the form yesterday from my phone, did you get it?
        """,
        """
        Please consider the attached plan before Friday. The printing costs are on page two.
        """,
        """
        Get the keys from Outlook House, reception desk
        """,
        """
        Thanks for the tree, we planted it behind the school and the children water it every day.
        """,
        """
        Cheers for that, I will look into it tomorrow
        """,
        """
        Best of all, the council has said yes.
        """,
        """
        Merci à la direction du numérique
        """,
        """
        Meilleurs vœux à toute l'équipe de la Maison France services de Rostrenen, de la part des habitants du quartier
        """,
        """
        Bonjour Madame Perrin
        """,
        """
        Merci Nathalie
        """,
        """
        Salut Paul,

        Tu as vu le mail de Nathalie Perrin
        """,
        """
        J'aimerais savoir qui a signé l'arrêté :
        le maire
        ou le préfet
        """,
        """
        Notre devise est « Trier, c'est gagner »
        """,
        """
        Il reste à choisir le nom de la salle. Les propositions :

        Simone Veil
        Anita Conti
        Louise Michel
        """,
        """
        Les candidats retenus sont

        Paul Ferrand
        Julie Bernard
        """,
    ]
}
