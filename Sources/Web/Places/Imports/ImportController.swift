import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/invoer`: a coordinator's own list of candidates or places becomes cases and places, after a look at every row.
struct ImportController: Sendable {
    let web: WebServices

    /// A form with a file may be larger than other forms.
    static let largerBodies = Dictionary(
        uniqueKeysWithValues: ImportKind.allCases.map { ("/invoer/\($0.slug)", ImportFile.maximumBytes + 100_000) }
    )

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/invoer", use: index)
        for kind in ImportKind.allCases {
            let path = "/invoer/\(kind.slug)"
            staff.post("\(path)") { try await create($0, $1, kind) }
            staff.get("\(path)/voorbeeld") { try await example($0, $1, kind) }
            staff.get("\(path)/{id}") { try await unlessTaken($0, $1, kind, show) }
            staff.post("\(path)/{id}") { try await confirm($0, $1, kind) }
            staff.get("\(path)/{id}/kolommen") { try await unlessTaken($0, $1, kind, columns) }
            staff.post("\(path)/{id}/kolommen") { try await unlessTaken($0, $1, kind, saveColumns) }
            staff.post("\(path)/{id}/woorden") { try await unlessTaken($0, $1, kind, saveWords) }
            staff.get("\(path)/{id}/fouten") { try await unlessTaken($0, $1, kind, faulty) }
            staff.post("\(path)/{id}/weg") { try await remove($0, $1, kind) }
            staff.get("\(path)/{id}/klaar") { try await done($0, $1, kind) }
            staff.post("\(path)/{id}/ongedaan") { try await undo($0, $1, kind) }
        }
    }

    /// Whoever goes back to a file that came in already sees what came of it.
    private func unlessTaken(
        _ request: Request,
        _ context: SignedInContext,
        _ kind: ImportKind,
        _ page: (Request, SignedInContext, ImportKind) async throws -> Response
    ) async throws -> Response {
        do {
            return try await page(request, context, kind)
        } catch let missing as NotFound {
            guard let run = try await keep.confirmed(try importID(context), by: web.actor(context)), run.kind == kind
            else { throw missing }
            let rows = run.row.saved == 1 ? "1 rij" : "\(run.row.saved) rijen"
            let notice = Notice(
                .info,
                text: "Dit bestand is al overgenomen: \(rows). Hieronder zie je wat ervan kwam."
            )
            return try web.page(ImportDonePage(run, submissionID: submissionID()), context, notice: notice)
        }
    }

    // MARK: Choosing a file

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        _ = try web.actor(context)
        return try web.page(
            ImportIndexPage(submissionID: submissionID()),
            context,
            notice: web.notice(of: request)
        )
    }

    private func create(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response {
        let actor = try web.actor(context)
        let field = "bestand-\(kind.slug)"
        var form = Form(context.formData)
        let file = form.file(field, label: "Je CSV-bestand", maxBytes: ImportFile.maximumBytes)
        let submission = form.submissionID()
        do {
            guard form.isValid, let file else { throw form.rejected }
            return .seeOther(
                try await keep(file.bytes, named: file.filename, as: kind, by: actor, submission: submission)
            )
        } catch let rejected as Rejected {
            let page = ImportIndexPage(
                rejected: rejected.fields.first?.message ?? "",
                kind: kind,
                submissionID: submissionID()
            )
            return try web.page(page, context, status: .badRequest)
        }
    }

    private func example(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response {
        .csv(filename: "voorbeeld-\(kind.slug).csv", bytes: ImportFile.example(kind, web.reference))
    }

    // MARK: The columns

    private func columns(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response {
        let kept = try await kept(context, kind)
        return try web.page(columnsPage(kept, kept.mapping), context)
    }

    private func saveColumns(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws
        -> Response
    {
        let kept = try await kept(context, kind)
        let mapping = try mapping(of: kept, Form(context.formData))
        do {
            try await keep.save(mapping, of: kept, by: web.actor(context))
            return .seeOther(kept.path)
        } catch let rejected as Rejected {
            return try web.page(
                columnsPage(kept, mapping, errors: rejected.fields),
                context,
                status: .badRequest
            )
        }
    }

    private func columnsPage(
        _ kept: KeepImport.Kept,
        _ mapping: ColumnMapping,
        errors: [FieldError] = []
    ) -> ImportColumnsPage {
        ImportColumnsPage(
            kept,
            mapping: mapping,
            fields: kept.kind.fields(web.reference),
            errors: errors,
            today: web.world.today,
            submissionID: submissionID()
        )
    }

    private func mapping(of kept: KeepImport.Kept, _ form: Form) throws -> ColumnMapping {
        let names = Set(kept.kind.fields(web.reference).map(\.name))
        var mapping = ColumnMapping()
        var ignored: Set<Int> = []
        for index in kept.table.header.indices {
            let name = form.data["kolom-\(index)"] ?? ""
            if name == ImportColumnsPage.notUsed {
                ignored.insert(index)
                continue
            }
            guard name.isEmpty || names.contains(name) else {
                throw MalformedRequest("Kies bij elke kolom iets uit de lijst.")
            }
            if !name.isEmpty { mapping.fields[index] = name }
        }
        mapping.ignored = ignored
        mapping.meanings = kept.mapping.meanings
        return mapping
    }

    // MARK: The rows

    private func show(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response {
        try await preview(try await kept(context, kind), context)
    }

    private func preview(
        _ kept: KeepImport.Kept,
        _ context: SignedInContext,
        errors: [FieldError] = []
    ) async throws -> Response {
        let missing = kept.mapping.problems(for: kept.kind, fields: kept.kind.fields(web.reference))
        guard missing.isEmpty else { return .seeOther(kept.path + "/kolommen") }
        let page = ImportPreviewPage(
            try await read(kept, context),
            of: kept,
            errors: errors,
            submissionID: submissionID()
        )
        return try web.page(page, context, status: errors.isEmpty ? .ok : .badRequest)
    }

    private func faulty(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response {
        let preview = try await read(try await kept(context, kind), context)
        return .csv(filename: "\(kind.slug)-met-fouten.csv", bytes: preview.faultyFile())
    }

    private func confirm(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response {
        let actor = try web.actor(context)
        var form = Form(context.formData)
        let submission = form.submissionID()
        try form.finish()
        let lines = Set(form.data.all("ook").compactMap { Int($0) })
        let id = try importID(context)
        do {
            let confirm = ConfirmImport(world: web.world, reference: web.reference)
            return .seeOther(try await confirm(id, alsoLines: lines, by: actor, submission: submission))
        } catch let rejected as Rejected {
            return try await preview(try await kept(context, kind), context, errors: rejected.fields)
        }
    }

    private func saveWords(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response
    {
        let kept = try await kept(context, kind)
        if context.formData["vergeet"] != nil {
            try await keep.forgetMeanings(of: kept, by: web.actor(context))
            return .seeOther(kept.path)
        }
        var meanings: [String: [String: String]] = [:]
        for (index, words) in try await read(kept, context).unknownWords.enumerated() {
            // The page may be older than the file's columns: a choice counts for the words it was shown with.
            guard context.formData["over-\(index)"] == words.key, let value = context.formData["woord-\(index)"],
                !value.isEmpty
            else { continue }
            guard words.meanings.contains(where: { $0.value == value }) else {
                throw MalformedRequest("Kies bij elk woord iets uit de lijst.")
            }
            meanings[words.field, default: [:]][words.words] = value
        }
        try await keep.save(meanings: meanings, of: kept, by: web.actor(context))
        return .seeOther(kept.path)
    }

    private func done(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response {
        guard let run = try await keep.confirmed(try importID(context), by: web.actor(context)), run.kind == kind
        else { return try await preview(try await kept(context, kind), context) }
        return try web.page(ImportDonePage(run, submissionID: submissionID()), context)
    }

    private func undo(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response {
        let actor = try web.actor(context)
        var form = Form(context.formData)
        let submission = form.submissionID()
        try form.finish()
        return .seeOther(
            try await UndoImport(world: web.world)(try importID(context), by: actor, submission: submission)
        )
    }

    private func remove(_ request: Request, _ context: SignedInContext, _ kind: ImportKind) async throws -> Response {
        try await keep.remove(try importID(context), by: web.actor(context))
        return web.seeOther("/invoer", notice: .importRemoved)
    }

    // MARK: Parts

    private var keep: KeepImport { KeepImport(world: web.world, reference: web.reference) }

    private func submissionID() -> String { web.world.newUUID().uuidString.lowercased() }

    private func importID(_ context: SignedInContext) throws -> UUID {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else { throw NotFound() }
        return id
    }

    private func kept(_ context: SignedInContext, _ kind: ImportKind) async throws -> KeepImport.Kept {
        let kept = try await keep.find(try importID(context), by: web.actor(context))
        guard kept.kind == kind else { throw NotFound() }
        return kept
    }

    private func read(_ kept: KeepImport.Kept, _ context: SignedInContext) async throws -> ImportPreview {
        try await PreviewImport(world: web.world, reference: web.reference)(
            kept.table,
            mapping: kept.mapping,
            as: kept.kind,
            by: web.actor(context)
        )
    }
}
