package import Actions
import Domain
import Foundation
package import HTTPBase
package import Hummingbird
import Logging
import PageKit
import Postgres

/// Builds the pages' router from its parts; the server and the tests call the same.
package struct WebApplication: Sendable {
    /// What differs between installations.
    package struct Configuration: Sendable {
        package let isDemo: Bool
        package let contactPhone: String
        package let contactMail: String
        /// Whom to tell about a leak: `mailto:…` or `https://…`.
        package let securityContact: String
        /// Our own proxies; nil counts no requests per address, as in the demo.
        package let proxies: TrustedProxies?
        /// What the demo mailed, the newest first; nil where mail really leaves.
        package let demoMail: (@Sendable () throws -> [DemoMail])?

        package init(
            isDemo: Bool,
            contactPhone: String,
            contactMail: String,
            securityContact: String? = nil,
            proxies: TrustedProxies? = nil,
            demoMail: (@Sendable () throws -> [DemoMail])? = nil
        ) {
            self.isDemo = isDemo
            self.contactPhone = contactPhone
            self.contactMail = contactMail
            self.securityContact = securityContact ?? "mailto:\(contactMail)"
            self.proxies = proxies
            self.demoMail = demoMail
        }
    }

    /// Where someone could try passwords, codes and links, or fill a mailbox.
    private static let guessedAt = [
        "/aanmelden", "/wachtwoord-vergeten", "/wachtwoord", "/welkom", "/oidc", "/mijn/aanmelden", "/mijn/link",
        "/kandidaat-worden", "/antwoord", "/plek-aanbieden",
    ]

    private let configuration: Configuration
    private let world: World
    private let reference: ReferenceData
    private let matching: MatchSnapshot
    private let projects: ProjectCatalogReader
    private let providers: ProviderDirectory
    private let renderer: PageRenderer
    private let files: StaticFiles

    /// Reads templates and files once; throws when one is missing or misspelt.
    ///
    /// - Parameters:
    ///   - matching: the snapshot that runs as a service; without it each ranking looks at the database first.
    ///   - projects: follows the public content; without it the database is looked at for each page.
    ///   - providers: talks to identity providers; without it they all seem to be away.
    package init(
        configuration: Configuration,
        world: World,
        reference: ReferenceData,
        matching: MatchSnapshot? = nil,
        projects: ProjectCatalogReader? = nil,
        providers: ProviderDirectory? = nil
    ) throws {
        self.configuration = configuration
        self.world = world
        self.reference = reference
        self.matching = matching ?? MatchSnapshot(world: world, logger: Logger(label: "doorwijzer"))
        self.projects = projects ?? ProjectCatalogReader(world: world)
        self.providers = providers ?? ProviderDirectory(http: nil, now: world.now)
        renderer = try PageRenderer(pages: PageCatalog.pages, folders: PageCatalog.templateFolders)
        files = try StaticFiles(
            folder: Bundle.module.bundleURL.appendingPathComponent("Public"),
            rootNames: ["favicon.ico"]
        )
    }

    package func makeRouter() -> Router<RootContext> {
        let web = WebServices(
            world: world,
            reference: reference,
            matching: matching,
            projects: projects,
            renderer: renderer,
            site: Site(
                isDemo: configuration.isDemo,
                contactPhone: configuration.contactPhone,
                contactMail: configuration.contactMail
            ),
            assets: Assets(
                stylesheet: files.url("doorwijzer.css"),
                script: files.url("doorwijzer.js"),
                favicon: files.url("favicon.svg"),
                mark: files.url("mark.svg")
            )
        )
        let house = HTTPHouse(
            files: files,
            signInPath: configuration.isDemo ? "/demo/kies" : "/aanmelden",
            candidateSignInPath: configuration.isDemo ? "/demo/kies" : "/mijn/aanmelden",
            limits: configuration.proxies.map { RequestLimits(proxies: $0, guardedPrefixes: Self.guessedAt) },
            isUnavailable: {
                $0 is MatchSnapshotUnavailable || $0 is SignInBusy || ($0 as? DatabaseError)?.isUnavailable ?? false
            },
            renderError: { web.errorPage($0) }
        )
        let router = house.makeRouter()
        EdgeController(
            isDemo: configuration.isDemo,
            publicOrigin: world.publicOrigin,
            securityContact: configuration.securityContact,
            now: world.now
        ).addRoutes(router)
        let sessions = DatabaseSessions(world: world)
        let visitors = house.visitors(
            router,
            sessions: sessions,
            keys: CrossSiteKeys(secret: world.secrets.form.bytes, now: world.now),
            largerBodies: ImportController.largerBodies
        )
        // What visitors see of these changes only with the public content.
        let edition: @Sendable () async throws -> PublicShelf.Edition = {
            PublicShelf.Edition(version: try await web.projects.version(), day: web.world.today)
        }
        let published = visitors.group().add(middleware: PublicCache(shelf: PublicShelf(), edition: edition))
        // And of these with running cases and places too.
        let counted = visitors.group().add(
            middleware: PublicCache(shelf: PublicShelf(mostPages: 200)) {
                var edition = try await edition()
                edition.transactions = try await web.projects.transactions()
                return edition
            }
        )
        // Each group lets through only those who may be there; the database holds to the same lines.
        let staff = visitors.group(context: SignedInContext.self)
        let coordinators = visitors.group(context: SignedInContext.self).add(
            middleware: RequirePermission(.workOnCases)
        )
        StartController(web: web).addRoutes(staff: coordinators, visitors: counted)
        BulkPlaceController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        TrainingPlaceController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        PracticeController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        RegionController(web: web).addRoutes(visitors: counted)
        StartSearchingController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        CandidateController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        RankingController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        CaseStepController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        AssessmentController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        ProposalController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        PracticeAnswerController(web: web).addRoutes(visitors: visitors)
        OwnPlaceController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        ReferralController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        ConsentController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        PrivacyController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        WorkListController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        OfferPlaceController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        ImportController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        ProviderController(web: web, sessions: sessions, directory: providers).addRoutes(
            staff: staff,
            visitors: visitors
        )
        let signIn = SignInController(web: web, sessions: sessions)
        signIn.addRoutes(visitors: visitors)
        PasswordController(web: web, signIn: signIn).addRoutes(visitors: visitors)
        AccountController(web: web, sessions: sessions).addRoutes(staff: staff)
        AbsenceController(web: web).addRoutes(coordinators: coordinators)
        OrganisationController(web: web).addRoutes(staff: staff)
        TeamController(web: web).addRoutes(staff: staff)
        StaffController(web: web).addRoutes(staff: staff)
        StaffDetailsController(web: web).addRoutes(staff: staff)
        CountController(web: web).addRoutes(
            fund: visitors.group(context: SignedInContext.self).add(middleware: RequirePermission(.seeCountry)),
            schools: visitors.group(context: SignedInContext.self).add(middleware: RequirePermission(.seeSchool))
        )
        let leaders = visitors.group(context: SignedInContext.self).add(middleware: RequirePermission(.leadProjects))
        ApplicationController(web: web).addRoutes(leaders: leaders)
        ApplicationReplyController(web: web).addRoutes(leaders: leaders)
        ApplicationCopyController(web: web).addRoutes(leaders: leaders)
        ApplicationStepController(web: web).addRoutes(leaders: leaders)
        RunningProjectController(web: web).addRoutes(leaders: leaders)
        ProjectPartnerController(web: web).addRoutes(leaders: leaders)
        let deciders = visitors.group(context: SignedInContext.self).add(
            middleware: RequirePermission(.decideApplications)
        )
        SchemeController(web: web).addRoutes(fund: deciders, visitors: published)
        FundDeskController(web: web).addRoutes(fund: deciders)
        FundQuestionController(web: web).addRoutes(fund: deciders)
        FundDecisionController(web: web).addRoutes(fund: deciders)
        FundClosingController(web: web).addRoutes(fund: deciders)
        FundPublicationController(web: web).addRoutes(fund: deciders)
        ProjectEditController(web: web).addRoutes(leaders: leaders, fund: deciders)
        ProjectAddController(web: web).addRoutes(fund: deciders)
        let members = visitors.group(context: SignedInContext.self).add(middleware: RequirePermission(.joinNetwork))
        NetworkController(web: web).addRoutes(members: members, visitors: published)
        MeetingController(web: web).addRoutes(members: members, published: published, visitors: visitors)
        MeetingEditController(web: web).addRoutes(members: members)
        MeetingRecordController(web: web).addRoutes(members: members)
        QuestionAskController(web: web).addRoutes(members: members)
        QuestionController(web: web).addRoutes(members: members, visitors: published)
        GoodPracticeController(web: web).addRoutes(members: members, visitors: published)
        GoodPracticeEditController(web: web).addRoutes(members: members)
        CopyController(web: web).addRoutes(members: members)
        TakeDownController(web: web).addRoutes(members: members)
        ToolboxController(web: web).addRoutes(members: members, visitors: published)
        SocialMapController(web: web).addRoutes(members: members, visitors: published)
        let candidates = visitors.group(context: CandidateContext.self)
        OwnSignInController(web: web, sessions: sessions).addRoutes(visitors: visitors)
        RegistrationController(web: web, sessions: sessions).addRoutes(visitors: visitors)
        OwnFileController(web: web).addRoutes(candidates: candidates)
        OwnAssessmentController(web: web).addRoutes(candidates: candidates)
        OwnConsentController(web: web).addRoutes(candidates: candidates)
        OwnDataController(web: web).addRoutes(candidates: candidates)
        OwnPrivacyController(web: web).addRoutes(candidates: candidates, visitors: visitors)
        OwnMailController(web: web).addRoutes(candidates: candidates, visitors: visitors)
        ProjectController(web: web).addRoutes(published: published)
        OpenDataController(web: web).addRoutes(published: published)
        BottleneckController(web: web).addRoutes(visitors: counted)
        if configuration.isDemo {
            DemoController(web: web, sessions: sessions).addRoutes(staff: staff, visitors: visitors)
            DemoMailController(web: web, mails: configuration.demoMail ?? { [] }).addRoutes(visitors: visitors)
        }
        house.routes.learn(router)
        return router
    }
}

extension WebServices {
    /// The page of an error, complete and without waiting. When even that fails, plain text says the same.
    func errorPage(_ error: ErrorPageModel) -> String {
        let page = ErrorPage(
            status: error.status,
            title: error.title,
            explanation: error.explanation,
            advice: error.advice,
            details: error.details,
            kept: error.kept,
            next: error.next.map { PageLink($0.text, $0.path) },
            reference: error.requestID
        )
        let layout = Layout(site: site, assets: assets, currentPath: "/", csrfToken: "")
        return (try? renderer.render(page, layout: layout))
            ?? "<!doctype html><html lang=\"nl\"><title>Fout</title><p>Er ging iets mis. Laad de pagina opnieuw.</p></html>"
    }
}
