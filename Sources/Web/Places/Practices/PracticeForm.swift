import Domain
import HTTPBase
import Site
import Store

/// The forms of a practice: what stands in them, and the drafts that come out.
enum PracticeForm {
    /// - Throws: `Rejected` with every wrong field at once.
    static func draft(_ form: inout Form) throws -> PracticeDraft {
        let name = form.text("naam", label: "Naam van de praktijk", maxLength: 120)
        let street = form.optionalText("straat", label: "Straat en huisnummer", maxLength: 120) ?? ""
        let postcode = form.optionalPostcode("postcode", label: "Postcode")
        let town = form.text("plaats", label: "Plaats", maxLength: 80)
        let municipality = form.text("gemeente", label: "Gemeente", maxLength: 6)
        let kind = form.choice("soort", PracticeKind.self, label: "Wat voor praktijk het is")
        let team = form.optionalInt("team", label: "Mensen in het team", in: 1...500)
        let kvk = form.parsed(
            "kvk",
            label: "KvK-nummer",
            required: false,
            message: "Een KvK-nummer heeft 8 cijfers."
        ) { ChamberOfCommerceNumber($0) }
        let company = form.parsed(
            "leerbedrijf",
            label: "Leerbedrijf-ID",
            required: false,
            message: "Het leerbedrijf-ID heeft 6 tot en met 10 cijfers. Je vindt het op stagemarkt.nl."
        ) { PracticeDraft.isCompanyID($0) ? $0 : nil }
        let organisation = form.parsed(
            "organisatie",
            label: "Aangesloten bij",
            required: false,
            message: "Kies een organisatie uit de lijst."
        ) { Organisation.ID($0) }
        let notes = form.optionalText("notities", label: "Notities", maxLength: 2_000) ?? ""
        guard form.isValid, let kind else { throw form.rejected }
        return PracticeDraft(
            kind: kind,
            name: name,
            street: street,
            postcode: postcode,
            town: town,
            municipality: MunicipalityCode(municipality),
            organisationID: organisation,
            isMember: form.data.all("kenmerken").contains("lid"),
            teamSize: team,
            chamberOfCommerce: kvk,
            companyID: company,
            notes: notes
        )
    }

    static func values(_ practice: PracticeStore.Row) -> [String: [String]] {
        [
            "naam": [practice.name], "straat": [practice.street], "postcode": [practice.postcode],
            "plaats": [practice.town],
            "gemeente": [practice.municipalityCode.rawValue], "soort": [practice.kind.rawValue],
            "team": [practice.teamSize.map(String.init) ?? ""], "kvk": [practice.chamberOfCommerce ?? ""],
            "leerbedrijf": [practice.companyID ?? ""], "organisatie": [practice.organisationID?.description ?? ""],
            "kenmerken": practice.isMember ? ["lid"] : [], "notities": [practice.notes],
        ]
    }

    /// The contacts with a name; fields are prefixed. A number or address without a name is an error, not lost.
    static func contacts(_ form: inout Form, _ functions: KeyValuePairs<String, PracticeFunction>) throws
        -> [PracticeContactDraft]
    {
        var found: [PracticeContactDraft] = []
        for (prefix, function) in functions {
            let name = form.optionalText("\(prefix)_naam", label: "Naam", maxLength: 120)
            let phone = form.optionalPhone("\(prefix)_telefoon", label: "Telefoon")
            let mail = form.optionalEmail("\(prefix)_mail", label: "E-mailadres")
            let time = form.optionalText("\(prefix)_tijd", label: "Beste tijd om te bellen", maxLength: 120) ?? ""
            if let name {
                found.append(
                    PracticeContactDraft(function: function, name: name, mail: mail, phone: phone, bestTime: time)
                )
            } else if phone != nil || mail != nil || !time.isEmpty {
                form.reject("\(prefix)_naam", "Vul de naam in, of maak ook de andere velden leeg.")
            }
        }
        try form.finish()
        return found
    }

    static func values(_ contacts: [PracticePeopleStore.Contact]) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for (prefix, function) in [("contact", PracticeFunction.contact), ("huisarts", .decidingGP)] {
            guard let contact = contacts.first(where: { $0.function == function }) else { continue }
            values["\(prefix)_naam"] = [contact.name]
            values["\(prefix)_telefoon"] = [PhoneNumber(contact.phone)?.description ?? contact.phone]
            values["\(prefix)_mail"] = [contact.mail]
            values["\(prefix)_tijd"] = [contact.bestTime]
        }
        return values
    }

    static func supervisor(_ form: inout Form) throws -> SupervisorDraft {
        let name = form.text("naam", label: "Naam", maxLength: 120)
        let months = form.int("ervaring", label: "Ervaring met begeleiden", in: 0...720)
        let days = form.bits("dagen", label: "Aanwezig op", allowed: 127)
        try form.finish()
        return SupervisorDraft(
            name: name,
            monthsOfExperience: months,
            isTrained: form.flag("opleiding"),
            weekdays: WeekdaySet(rawValue: UInt8(days))
        )
    }

    static func values(_ supervisor: PracticePeopleStore.SupervisorRow) -> [String: [String]] {
        [
            "naam": [supervisor.name], "ervaring": ["\(supervisor.monthsOfExperience)"],
            "opleiding": supervisor.isTrained ? ["ja"] : [],
            "dagen": (0..<7).filter { supervisor.weekdays.rawValue & (1 << $0) != 0 }.map { String(1 << $0) },
        ]
    }
}
