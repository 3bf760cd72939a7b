import Domain
import Foundation
import HTTPBase
import Hummingbird
import Logging
import Synchronization

/// A small site on the web base: what the real pages do, without a database.
struct House: Sendable {
    let base: HTTPHouse
    let responder: RouterResponder<RootContext>
    let logger: Logger
    let app: Application<RouterResponder<RootContext>>

    /// - Parameter clock: what the slow page waits by.
    init(limits: RequestLimits? = nil, clock: any Clock<Duration> = ContinuousClock()) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "house-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("p { color: teal }".utf8).write(to: folder.appending(path: "stijl.css"))
        try Data("User-agent: *\n".utf8).write(to: folder.appending(path: "robots.txt"))

        base = HTTPHouse(
            files: try StaticFiles(folder: folder, rootNames: ["robots.txt"]),
            signInPath: "/kies",
            limits: limits,
            isUnavailable: { $0 is Away },
            renderError: { page in
                "<title>\(page.title)</title><h1>Fout \(page.status)</h1><p>\(page.explanation)</p>"
                    + "<p>\(page.advice)</p>" + page.details.map { "<li>\($0)</li>" }.joined()
            }
        )
        let router = base.makeRouter()
        let keys = CrossSiteKeys(secret: Array(repeating: 9, count: 32)) { Date(timeIntervalSince1970: 1_800_000_000) }
        let sessions = MemorySessions()
        let visitors = base.visitors(router, sessions: sessions, keys: keys, largerBodies: ["/invoer": 5_000_000])
        Self.addPages(visitors, sessions, clock)
        base.routes.learn(router)
        // The faults here are asked for; nobody has to read about them.
        var quiet = Logger(label: "house")
        quiet.logLevel = .critical
        logger = quiet
        responder = router.buildResponder()
        app = Application(responder: responder, logger: logger)
    }

    static func session(_ hash: TokenHash) -> Session {
        let role = RoleAssignment(
            id: RoleAssignment.ID(UUID()),
            role: .coordinator,
            teamID: Team.ID(UUID()),
            regionCode: RegionCode("AZW01"),
            scopeName: "Team Twente"
        )
        return Session(
            id: UUID(),
            tokenHash: hash,
            staffMemberID: StaffMember.ID(UUID()),
            organisationID: Organisation.ID(UUID()),
            displayName: "Anna",
            assignment: role,
            assignments: [role],
            endsAt: Date(timeIntervalSince1970: 1_800_040_000)
        )
    }

    private static func addPages(
        _ visitors: RouterGroup<VisitorContext>,
        _ sessions: MemorySessions,
        _ clock: any Clock<Duration>
    ) {
        visitors.get("/") { _, _ in Response.html("<h1>Start</h1>") }
        visitors.get("/kies") { request, context in
            let back = try Query(request).text("terug") ?? "/"
            return Response.html(
                form("/kies", context.csrfToken, "<input name='terug' value='\(back)'><button>Word Anna</button>")
            )
        }
        visitors.post("/kies") { _, context in
            let token = SessionToken(bytes: Array(repeating: 42, count: SessionToken.byteCount))
            sessions.keep(House.session(token.hash))
            var response = Response.seeOther(context.formData["terug"] ?? "/")
            response.setSession(token)
            return response
        }
        visitors.get("/formulier") { _, context in
            let fields = "<input name='naam' value='x'><input name='weken' value='1'><button>Opslaan</button>"
            return Response.html(form("/formulier", context.csrfToken, fields))
        }
        visitors.post("/formulier") { _, context in
            var form = Form(context.formData)
            _ = form.text("naam", label: "Naam")
            _ = form.int("weken", label: "Weken", in: 1...60)
            try form.finish()
            return Response.html("Opgeslagen")
        }
        visitors.get("/invoer") { _, context in
            let fields = "<textarea name='naam'></textarea><input type='file' name='bestand'><button>Inlezen</button>"
            return Response.html(form("/invoer", context.csrfToken, fields, "enctype='multipart/form-data'"))
        }
        visitors.post("/invoer") { _, context in
            var form = Form(context.formData)
            let name = form.text("naam", label: "Naam")
            let file = form.file("bestand", label: "Bestand", maxBytes: 1_000_000)
            guard form.isValid, let file else { throw form.rejected }
            let sum = file.bytes.reduce(0) { $0 &* 31 &+ Int($1) }
            return Response.html("\(file.filename) \(file.bytes.count) \(sum) \(name)")
        }
        visitors.get("/lijst") { request, _ in
            let query = try Query(request)
            _ = try query.choice("stap", CaseState.self)
            _ = try query.cursor("na")
            return Response.html("lijst")
        }
        visitors.get("/conflict") { _, _ -> Response in throw Conflict(code: "seat_taken", message: "De plek is weg.") }
        visitors.get("/verboden") { _, _ -> Response in throw Forbidden() }
        visitors.get("/kapot") { _, _ -> Response in throw Broken(text: "geheime melding") }
        visitors.get("/traag") { _, _ -> Response in
            try await clock.sleep(for: .seconds(60))
            return Response.html("eindelijk")
        }
        visitors.get("/weg") { _, _ -> Response in throw Away() }

        let staff = visitors.group(context: SignedInContext.self)
        staff.get("/geheim") { _, context in
            let button = "<button>Uitloggen</button>"
            return Response.html("Dag \(context.session.displayName)" + form("/uit", context.csrfToken, button))
        }
        staff.post("/geheim") { _, _ in Response.seeOther("/geheim") }
        staff.post("/uit") { _, context in
            sessions.forget(context.session.tokenHash)
            var response = Response.seeOther("/")
            response.clearSession()
            return response
        }
    }

    private static func form(_ action: String, _ token: String, _ fields: String, _ more: String = "") -> String {
        "<form method='post' action='\(action)' \(more)><input type='hidden' name='_csrf' value='\(token)'>\(fields)</form>"
    }
}

private struct Away: Error {}
private struct Broken: Error { let text: String }

/// Sessions in a dictionary.
final class MemorySessions: SessionLoading {
    private let sessions = Mutex<[TokenHash: Session]>([:])

    func session(for tokenHash: TokenHash) async throws -> SignedIn? {
        sessions.withLock { $0[tokenHash] }.map { .staff($0) }
    }
    func keep(_ session: Session) { sessions.withLock { $0[session.tokenHash] = session } }
    func forget(_ tokenHash: TokenHash) { sessions.withLock { $0[tokenHash] = nil } }
}
