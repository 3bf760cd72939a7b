package import Domain

/// Everything around the page's own body. Templates reach it under the fixed name `layout`, so that a page cannot shadow it.
package struct Layout: Sendable {
    let isDemo: Bool
    let contactPhone: String
    let contactPhoneURL: String
    let contactMail: String
    let contactMailURL: String
    let assets: Assets
    let navigation: [Navigation.Item]
    let person: SignedInPerson?
    let csrfToken: String
    let isSignedOut: Bool
    let signInURL: String
    let notice: Notice?
    let alternates: [AlternateLink]

    /// - Parameters:
    ///   - currentPath: the path of the request; the navigation item with the longest matching beginning is the current one.
    ///   - csrfToken: goes into the hidden field `_csrf` of every form that posts.
    ///   - notice: the one-time message after a redirect.
    ///   - alternates: the same list in other forms, such as CSV or Atom.
    package init(
        site: Installation,
        assets: Assets,
        currentPath: String,
        navigation: Navigation = .visitor,
        person: SignedInPerson? = nil,
        csrfToken: String,
        notice: Notice? = nil,
        alternates: [AlternateLink] = []
    ) {
        isDemo = site.isDemo
        contactPhone = site.contactPhone
        contactPhoneURL = "tel:" + site.contactPhone.filter { $0.isNumber || $0 == "+" }
        contactMail = site.contactMail
        contactMailURL = "mailto:" + site.contactMail
        self.assets = assets
        self.navigation = navigation.items(currentPath: currentPath)
        self.person = person
        self.csrfToken = csrfToken
        isSignedOut = person == nil
        signInURL = site.isDemo ? "/demo/kies" : "/aanmelden"
        self.notice = notice
        self.alternates = alternates
    }
}

/// What is the same on every page of one installation.
package struct Installation: Sendable {
    package let isDemo: Bool
    package let contactPhone: String
    package let contactMail: String

    package init(isDemo: Bool, contactPhone: String, contactMail: String) {
        self.isDemo = isDemo
        self.contactPhone = contactPhone
        self.contactMail = contactMail
    }
}

/// Addresses of our own files, with the hash of their content in them so that they may be cached for a year.
package struct Assets: Sendable {
    let stylesheet: String
    let script: String
    let favicon: String
    let mark: String

    package init(stylesheet: String, script: String, favicon: String, mark: String) {
        self.stylesheet = stylesheet
        self.script = script
        self.favicon = favicon
        self.mark = mark
    }
}

/// Who is signed in, as the header shows it.
package struct SignedInPerson: Sendable {
    let name: String
    let teamName: String
    let accountURL: String
    let switchURL: String?
    let sessionEnd: SessionEnd?

    /// - Parameters:
    ///   - teamName: the team, or the role with what it is for.
    ///   - accountURL: where the person manages the own account.
    ///   - switchURL: where the demo lets you be someone else; nil outside the demo.
    ///   - sessionEnd: when the person is signed out who does nothing.
    package init(
        name: String,
        teamName: String,
        accountURL: String = "/account",
        switchURL: String? = nil,
        sessionEnd: SessionEnd? = nil
    ) {
        self.name = name
        self.teamName = teamName
        self.accountURL = accountURL
        self.switchURL = switchURL
        self.sessionEnd = sessionEnd
    }
}

/// When the session of someone who does nothing ends: said in the foot of the page, and by the script five minutes before.
package struct SessionEnd: Sendable {
    let clock: String
    let seconds: String
    let stayURL: String

    /// - Parameters:
    ///   - clock: the time in Amsterdam, e.g. "10.30".
    ///   - seconds: from now.
    ///   - stayURL: opening it keeps the session.
    package init(clock: String, seconds: Int, stayURL: String) {
        self.clock = clock
        self.seconds = String(max(0, seconds))
        self.stayURL = stayURL
    }
}

/// Another form of the same list, for `<link rel="alternate">`.
package struct AlternateLink: Sendable {
    let title: String
    let url: String
    let mediaType: String

    package init(title: String, url: String, mediaType: String) {
        self.title = title
        self.url = url
        self.mediaType = mediaType
    }
}

/// Which items the main navigation has.
package struct Navigation: Sendable {
    struct Item: Sendable {
        let text: String
        let url: String
        let isCurrent: Bool
    }

    private let links: [PageLink]

    package init(_ links: [PageLink]) {
        self.links = links
    }

    /// For whoever is not signed in.
    package static let visitor = Navigation([
        PageLink("Regio's", "/regios"),
        PageLink("Plekken", "/plekken"),
        PageLink("Plek aanbieden", "/plek-aanbieden"),
        PageLink("Subsidie", "/subsidie"),
        PageLink("Projecten", "/projecten"),
        PageLink("Leernetwerk", "/leernetwerk"),
    ])

    /// For a coordinator: the work list first.
    package static let coordinator = Navigation([
        PageLink("Werklijst", "/werklijst"),
        PageLink("Kandidaten", "/kandidaten"),
        PageLink("Plekken", "/plekken"),
        PageLink("Praktijken", "/praktijken"),
        PageLink("Doorverwijzingen", "/doorverwijzingen"),
        PageLink("Regio's", "/regios"),
        PageLink("Projecten", "/projecten"),
        PageLink("Leernetwerk", "/leernetwerk"),
    ])

    /// For a staff member, by the role worn now.
    package static func staff(_ role: StaffRole?) -> Navigation {
        let common = [
            PageLink("Plekken", "/plekken"), PageLink("Regio's", "/regios"), PageLink("Projecten", "/projecten"),
            PageLink("Leernetwerk", "/leernetwerk"),
        ]
        switch role {
        case .coordinator: return .coordinator
        case .organisationAdministrator: return Navigation([PageLink("Organisatie", "/organisatie")] + common)
        case .fund:
            return Navigation([PageLink("Aanvragen", "/fonds/aanvragen"), PageLink("Fonds", "/fonds")] + common)
        case .fundAdministrator:
            return Navigation(
                [
                    PageLink("Aanvragen", "/fonds/aanvragen"), PageLink("Fonds", "/fonds"),
                    PageLink("Organisaties", "/fonds/organisaties"),
                ] + common
            )
        case .schoolContact: return Navigation([PageLink("School", "/school")] + common)
        case .projectLeader:
            return Navigation(
                [PageLink("Aanvragen", "/subsidie/aanvragen"), PageLink("Stimuleringsregeling", "/subsidie")] + common
            )
        case nil: return Navigation(common)
        }
    }

    /// For a candidate: the own file.
    package static let candidate = Navigation([
        PageLink("Mijn traject", "/mijn"),
        PageLink("Beoordeling", "/mijn/beoordeling"),
        PageLink("Toestemmingen", "/mijn/toestemmingen"),
        PageLink("Gegevens", "/mijn/gegevens"),
        PageLink("Plekken", "/plekken"),
    ])

    func items(currentPath: String) -> [Item] {
        let matching = links.map(\.url).filter { currentPath == $0 || currentPath.hasPrefix($0 + "/") }
        let current = matching.max { $0.count < $1.count }
        return links.map { Item(text: $0.text, url: $0.url, isCurrent: $0.url == current) }
    }
}
