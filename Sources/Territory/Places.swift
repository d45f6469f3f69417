/// A commune as the official geographic code knows it (INSEE, COG).
package struct Commune: Hashable, Sendable {
    /// INSEE code: five characters, as in "36099" or "2A004".
    package var insee: String
    package var name: String
    /// Main postal code; `nil` where unknown, and for Paris, Lyon and Marseille.
    package var postalCode: String?
    /// Code of the département.
    package var department: String
    /// SIREN of its EPCI with own taxation; `nil` when it belongs to none.
    package var epciSIREN: String?
    package var population: Int

    package init(
        insee: String,
        name: String,
        postalCode: String?,
        department: String,
        epciSIREN: String?,
        population: Int
    ) {
        self.insee = insee
        self.name = name
        self.postalCode = postalCode
        self.department = department
        self.epciSIREN = epciSIREN
        self.population = population
    }
}

/// A public establishment for cooperation between communes, with own taxation.
package struct EPCI: Hashable, Sendable {
    package var siren: String
    /// As the DGCL writes it: "CC du Pays de Fayence".
    package var name: String
    package var nature: Nature
    /// Code of the département of its seat.
    package var department: String
    package var population: Int
    /// How many communes belong to it.
    package var members: Int

    /// The legal forms, by the abbreviations of the DGCL's table.
    package enum Nature: String, Hashable, Sendable, CaseIterable {
        case communauteDeCommunes = "CC"
        case communauteDAgglomeration = "CA"
        case communauteUrbaine = "CU"
        case metropole = "METRO"
        case metropoleDeLyon = "MET69"
        /// Of the Greater Paris metropolis, without own taxation; in a table of its own.
        case etablissementPublicTerritorial = "EPT"

        /// What people call an "agglo".
        var isAgglomeration: Bool { self != .communauteDeCommunes }
    }

    package init(
        siren: String,
        name: String,
        nature: Nature,
        department: String,
        population: Int,
        members: Int
    ) {
        self.siren = siren
        self.name = name
        self.nature = nature
        self.department = department
        self.population = population
        self.members = members
    }
}

/// A département, or an overseas collectivité that stands in its place.
package struct Department: Hashable, Sendable {
    /// "22", "2A", "974".
    package var code: String
    package var name: String
    /// `nil` for overseas collectivités outside any region.
    package var region: Region?

    package init(code: String, name: String, region: Region?) {
        self.code = code
        self.name = name
        self.region = region
    }
}

/// A region by its INSEE code.
package struct Region: Hashable, Sendable {
    package var code: String
    package var name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}
