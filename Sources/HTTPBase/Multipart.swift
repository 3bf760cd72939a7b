/// `multipart/form-data` (RFC 7578) as browsers send it, in one strict pass over the bytes.
enum Multipart {
    /// - Throws: ``MalformedRequest`` for anything a browser would not have written.
    static func parse(_ body: [UInt8], contentType: String) throws -> FormData {
        guard let boundary = parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw broken
        }
        let delimiter = Array("--\(boundary)".utf8)
        guard body.starts(with: delimiter) else { throw broken }
        let separator = [13, 10] + delimiter

        var pairs: [FormData.Pair] = []
        var files: [FormData.File] = []
        var position = delimiter.count
        while !follows("--", in: body, at: position) {
            guard follows("\r\n", in: body, at: position),
                let end = find(separator, in: body[position...])
            else { throw broken }
            let part = body[(position + 2)..<max(position + 2, end)]
            try read(part, into: &pairs, &files)
            try FormData.checkCount(pairs.count + files.count)
            position = end + separator.count
        }
        return FormData(pairs: pairs, files: files)
    }

    private static let broken = MalformedRequest(
        "Het formulier kwam beschadigd aan. Ga terug en verstuur het opnieuw."
    )

    private static func read(
        _ part: ArraySlice<UInt8>,
        into pairs: inout [FormData.Pair],
        _ files: inout [FormData.File]
    ) throws {
        let blankLine: [UInt8] = [13, 10, 13, 10]
        guard let headerEnd = find(blankLine, in: part), headerEnd - part.startIndex < 4_096
        else { throw broken }
        var headers: [String: String] = [:]
        for line in try FormData.text(part[..<headerEnd]).split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { throw broken }
            headers[line[..<colon].trimmed.lowercased()] = line[line.index(after: colon)...].trimmed
        }
        let disposition = headers["content-disposition"] ?? ""
        guard disposition.lowercased().hasPrefix("form-data"), let name = parameter("name", of: disposition) else {
            throw broken
        }
        let content = part[(headerEnd + blankLine.count)...]
        if let filename = parameter("filename", of: disposition) {
            // An untouched file field is sent as an empty name and no bytes.
            guard !filename.isEmpty || !content.isEmpty else { return }
            let ownName = filename.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
            let contentType = headers["content-type"] ?? "application/octet-stream"
            files.append(.init(name: name, filename: ownName, contentType: contentType, bytes: Array(content)))
        } else {
            pairs.append(.init(name: name, value: try FormData.text(content).withUnixLineBreaks))
        }
    }

    /// The value of `; name=value` or `; name="value"`. Browsers write `"` and line breaks in names as `%22`, `%0D`,
    /// `%0A` (HTML, multipart/form-data encoding algorithm).
    private static func parameter(_ name: String, of header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop(while: \.isWhitespace)
            let key = rest.prefix(while: { $0 != "=" && $0 != ";" })
            rest = rest.dropFirst(key.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let value: Substring
            if rest.first == "\"" {
                rest = rest.dropFirst()
                value = rest.prefix(while: { $0 != "\"" })
                rest = rest.dropFirst(value.count + 1)
            } else {
                value = rest.prefix(while: { $0 != ";" })
                rest = rest.dropFirst(value.count)
            }
            if key.trimmed.lowercased() == name {
                return String(value).replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing(
                    "%0A",
                    with: "\n"
                )
            }
        }
        return nil
    }

    private static func follows(_ text: StaticString, in bytes: [UInt8], at position: Int) -> Bool {
        let expected = Array(text.description.utf8)
        return position + expected.count <= bytes.count
            && bytes[position..<position + expected.count].elementsEqual(expected)
    }

    /// Where `pattern` first begins in the slice, as an index of the whole.
    private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = pattern.first else { return nil }
        return bytes.withUnsafeBufferPointer { storage in
            var offset = 0
            while offset + pattern.count <= storage.count {
                if storage[offset] == first, storage[offset..<offset + pattern.count].elementsEqual(pattern) {
                    return bytes.startIndex + offset
                }
                offset += 1
            }
            return nil
        }
    }
}
