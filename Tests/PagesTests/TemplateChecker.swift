import Foundation

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

/// Walks a template with the values it will be given and names whatever would silently render as nothing.
///
/// The template language ignores unknown names, climbs to outer values when an inner one is nil, and takes empty text as
/// true; each of these is reported here.
struct TemplateChecker {
    let texts: [String: String]
    private var found: Set<String> = []
    private var filled: Set<String> = []
    private var unfilled: Set<String> = []

    init(texts: [String: String]) {
        self.texts = texts
    }

    /// Everything that is wrong with the pages checked so far.
    ///
    /// A page's own sections must be filled by its own samples; those of shared pieces by the samples of any page.
    var problems: Set<String> {
        found.union(unfilled.subtracting(filled).map { "\($0) is filled by no sample, so what is inside is unchecked" })
    }

    /// - Parameter documents: roots made of every sample of one page, all of the same type.
    mutating func check(layout: String, page: String, documents: [Any]) {
        walk(template: layout, scopes: [documents], page: page, depth: 0)
    }

    // MARK: Names

    private struct Found {
        var values: [Any] = []
        var isOptional = false
    }

    private static let transforms: Set<String> = ["count", "empty", "first", "last", "reversed", "sorted"]

    /// What a name means here: nil when no sample has such a stored property.
    private func find(_ name: String, in scopes: [[Any]]) -> Found? {
        let isLocal = name.hasPrefix(".")
        let path = name.split(separator: ".").map(String.init)
        guard let first = path.first else { return Found(values: scopes.last ?? []) }
        for scope in isLocal ? scopes.suffix(1) : scopes.reversed()[...] {
            guard var result = member(first, of: scope) else { continue }
            for part in path.dropFirst() {
                guard let next = member(part, of: result.values) else { return nil }
                result = Found(values: next.values, isOptional: result.isOptional || next.isOptional)
            }
            return result
        }
        return nil
    }

    private func member(_ name: String, of values: [Any]) -> Found? {
        var result: Found?
        for value in values {
            for child in Mirror(reflecting: value).children where child.label == name {
                let mirror = Mirror(reflecting: child.value)
                var next = result ?? Found()
                if mirror.displayStyle == .optional {
                    next.isOptional = true
                    next.values += mirror.children.map(\.value)
                } else {
                    next.values.append(child.value)
                }
                result = next
            }
        }
        return result
    }

    /// A nil in the inner value would let the outer value of the same name through.
    private func isShadowing(_ name: String, in scopes: [[Any]]) -> Bool {
        guard !name.hasPrefix("."), let first = name.split(separator: ".").first.map(String.init) else { return false }
        let holders = scopes.reversed().filter { member(first, of: $0) != nil }
        guard holders.count > 1, let inner = holders.first else { return false }
        return member(first, of: inner)?.isOptional ?? false
    }

    // MARK: Walking

    private mutating func walk(template: String, scopes: [[Any]], page: String, depth: Int) {
        guard let text = texts[template] else {
            found.insert("\(template) does not exist")
            return
        }
        guard depth < 12 else {
            found.insert("\(template) includes itself without end")
            return
        }
        var tags = TemplateTag.all(in: text)[...]
        walk(&tags, until: nil, template: template, scopes: scopes, page: page, depth: depth)
    }

    private mutating func walk(
        _ tags: inout ArraySlice<TemplateTag>,
        until end: String?,
        template: String,
        scopes: [[Any]],
        page: String,
        depth: Int
    ) {
        while let tag = tags.popFirst() {
            let place = "\(template) (for \(page)): {{\(tag.kind)\(tag.name)}}"
            switch tag.kind {
            case "/":
                if tag.name != end { found.insert("\(place) closes nothing") }
                return
            case "!":
                continue
            case ">":
                walk(template: tag.name, scopes: scopes, page: page, depth: depth + 1)
            case ">*":
                walk(template: page, scopes: scopes, page: page, depth: depth + 1)
            case "#", "^":
                if let inner = section(tag, place: place, template: template, scopes: scopes) {
                    walk(&tags, until: tag.name, template: template, scopes: inner, page: page, depth: depth)
                } else {
                    skip(&tags)
                }
            case "":
                variable(tag, place: place, scopes: scopes)
            default:
                found.insert("\(place) is a kind of tag we do not use")
            }
        }
    }

    private mutating func resolve(_ tag: TemplateTag, place: String, scopes: [[Any]]) -> Found? {
        var name = tag.name
        if let bracket = name.firstIndex(of: "(") {
            let transform = String(name[..<bracket])
            guard Self.transforms.contains(transform) else {
                found.insert("\(place) has an unknown transform")
                return nil
            }
            name = name[bracket...].trimmingCharacters(in: CharacterSet(charactersIn: "()"))
        }
        guard let result = find(name, in: scopes) else {
            found.insert("\(place) is no stored property of what is shown here")
            return nil
        }
        if isShadowing(name, in: scopes) {
            found.insert("\(place) is optional and would let an outer value through: write a leading dot")
        }
        return result
    }

    /// What the tags inside a section see; nil when there is nothing to see, and they must be passed over.
    private mutating func section(_ tag: TemplateTag, place: String, template: String, scopes: [[Any]]) -> [[Any]]? {
        guard let result = resolve(tag, place: place, scopes: scopes) else { return nil }
        let lists = result.values.filter { Mirror(reflecting: $0).displayStyle == .collection }
        let isBool = result.values.contains { $0 is Bool }
        if !result.isOptional, lists.isEmpty, result.values.contains(where: { $0 is String || $0 is Int }) {
            found.insert("\(place) is always true: use a Bool or an optional")
        }
        if tag.kind == "^" || isBool { return scopes }
        let inner = lists.isEmpty ? result.values : lists.flatMap { Mirror(reflecting: $0).children.map(\.value) }
        let section = TemplateSources.isShared(template) ? "\(template): {{#\(tag.name)}}" : place
        if inner.isEmpty {
            unfilled.insert(section)
            return nil
        }
        filled.insert(section)
        return scopes + [inner]
    }

    private mutating func skip(_ tags: inout ArraySlice<TemplateTag>) {
        var depth = 1
        while depth > 0, let tag = tags.popFirst() {
            if tag.kind == "#" || tag.kind == "^" { depth += 1 }
            if tag.kind == "/" { depth -= 1 }
        }
    }

    private mutating func variable(_ tag: TemplateTag, place: String, scopes: [[Any]]) {
        guard let result = resolve(tag, place: place, scopes: scopes) else { return }
        if tag.name.contains("(") { return }
        if let value = result.values.first(where: { !($0 is String || $0 is Int) }) {
            found.insert("\(place) would print a \(type(of: value)): give a finished String")
        }
    }
}

/// One `{{…}}` of a template.
struct TemplateTag: Equatable {
    let kind: String
    let name: String

    static func all(in text: String) -> [TemplateTag] {
        text.matches(of: #/{{(>\s*\*|[#^\/>$<!&{%=]?)\s*([^}]*?)\s*}}/#).map { match in
            TemplateTag(kind: match.output.1.filter { !$0.isWhitespace }, name: String(match.output.2))
        }
    }
}
