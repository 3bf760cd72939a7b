import Actions
import Domain
import Foundation
import HTTPBase
import Site
import Store

extension ProjectForm {
    /// What the form of a project page says.
    struct Typed: Sendable {
        let content: ProjectEditStore.Content
        /// Nil where an application tells it.
        let run: ProjectEditStore.Run?
        /// Nil for whoever may not say it.
        let origin: ProjectEditStore.Origin?
    }

    /// - Throws: `Rejected` with every field that is wrong.
    func read(_ form: inout Form) throws -> Typed {
        var content = readTexts(&form)
        readPlaces(&form, into: &content)
        content.links = Self.readLinks(&form)
        let run = hasApplication ? nil : Self.readRun(&form)
        let origin = isFund && !hasApplication ? Self.readOrigin(&form) : nil
        try form.finish()
        return Typed(content: content, run: run, origin: origin)
    }

    private func readTexts(_ form: inout Form) -> ProjectEditStore.Content {
        let isComplete = hasApplication
        func text(_ name: String, _ label: String, _ length: Int, isRequired: Bool, _ form: inout Form) -> String {
            isRequired
                ? form.text(name, label: label, maxLength: length)
                : form.optionalText(name, label: label, maxLength: length) ?? ""
        }
        let name = form.text("naam", label: "Naam van het project", maxLength: 120)
        let summary = text("samenvatting", "In het kort", 600, isRequired: isComplete, &form)
        if ApplicationContent.sentenceCount(summary) > ApplicationContent.mostSentences {
            form.reject("samenvatting", "Schrijf hoogstens drie zinnen.")
        }
        let problem = text("probleem", "Het probleem", 4_000, isRequired: isComplete, &form)
        let approach = text("aanpak", "De aanpak", 4_000, isRequired: isComplete, &form)
        let result = text("resultaat", "Wat lukte", 8_000, isRequired: false, &form)
        let failed = text("mislukt", "Wat niet lukte", 8_000, isRequired: false, &form)
        let routes = form.choices("route", LearningRoute.self, label: "De route")
        let mail = form.optionalEmail("mail", label: "E-mailadres")
        let phone = form.optionalPhone("telefoon", label: "Telefoon")
        return ProjectEditStore.Content(
            name: name,
            subject: summary,
            problem: problem,
            approach: approach,
            result: result,
            didNotWork: failed,
            // Whoever names no route in an application means all of them; of other projects it is not known.
            routes: routes.isEmpty && hasApplication ? .all : RouteSet(routes),
            contactMail: mail?.rawValue ?? "",
            contactPhone: phone?.description ?? ""
        )
    }

    private func readPlaces(_ form: inout Form, into content: inout ProjectEditStore.Content) {
        let reference = web.reference
        let regions = form.data.all("regio").compactMap { reference.region(RegionCode($0))?.code }
        if regions.count < form.data.all("regio").count { form.reject("regio", "Kies regio's uit de lijst.") }
        let bottlenecks = form.data.all("knelpunt").compactMap { reference.bottleneck(BottleneckCode($0))?.code }
        if bottlenecks.count < form.data.all("knelpunt").count {
            form.reject("knelpunt", "Kies knelpunten uit de lijst.")
        }
        if hasApplication, form.data.all("regio").isEmpty { form.reject("regio", "Kies ten minste één regio.") }
        if hasApplication, form.data.all("knelpunt").isEmpty {
            form.reject("knelpunt", "Kies ten minste één knelpunt.")
        }
        // Of regions that are chosen no more, nothing stays.
        let towns = regions.flatMap { region in
            form.data.all("gemeente-\(region)").compactMap { reference.municipality(MunicipalityCode($0)) }
                .filter { $0.regionCode == region }.map(\.code)
        }
        content.regions = Set(regions).sorted { $0.rawValue < $1.rawValue }
        content.bottlenecks = Set(bottlenecks).sorted()
        content.municipalities = Set(towns).sorted { $0.rawValue < $1.rawValue }
    }

    private static func readRun(_ form: inout Form) -> ProjectEditStore.Run {
        let state = form.choice("stand", ProjectState.self, label: "De stand")
        let start = form.optionalDate("begin", label: "Begin van het project")
        let end = form.optionalDate("eind", label: "Einde van het project")
        if let start, let end, end < start { form.reject("eind", "Het einde ligt voor het begin.") }
        let note = form.optionalText("periode", label: "De periode in woorden", maxLength: 200) ?? ""
        return ProjectEditStore.Run(state: state ?? .unknown, startsOn: start, endsOn: end, note: note)
    }

    private static func readOrigin(_ form: inout Form) -> ProjectEditStore.Origin {
        let organisation = form.text("organisatie", label: "De organisatie", maxLength: 160)
        let label = form.choice("label", ProjectLabel.self, label: "De soort project")
        let note = form.optionalText("toelichting", label: "De toelichting", maxLength: 600) ?? ""
        let year = form.optionalInt("jaar", label: "Het jaar", in: 2000...2100)
        let source = form.text("bron", label: "De bron", maxLength: 1_000)
        return ProjectEditStore.Origin(
            organisationName: organisation,
            label: label ?? .other,
            labelNote: note,
            year: year,
            source: source
        )
    }

    private static func readLinks(_ form: inout Form) -> [ProjectPageStore.Link] {
        var links: [ProjectPageStore.Link] = []
        for number in 1...mostLinks {
            let title = form.optionalText("titel-\(number)", label: "De titel van link \(number)", maxLength: 120)
            let address = form.parsed(
                "link-\(number)",
                label: "Het adres van link \(number)",
                required: false,
                message:
                    "Het adres van link \(number) klopt niet. Schrijf het zoals https://voorbeeld.nl/pagina, zonder spaties."
            ) { Form.webAddress($0) }
            let kind = form.optionalChoice("soort-\(number)", LinkKind.self, label: "De soort van link \(number)")
            guard title != nil || address != nil else { continue }
            if title == nil { form.reject("titel-\(number)", "Geef link \(number) een titel.") }
            if address == nil { form.reject("link-\(number)", "Vul het adres van link \(number) in.") }
            if let title, let address { links.append(.init(kind: kind ?? .page, title: title, url: address)) }
        }
        return links
    }

}
