public import Foundation

/// Makes pictures of pages at several widths, e.g. to look at them all before a release.
///
/// - Parameters:
///   - paths: own paths, e.g. `/werklijst`.
///   - origin: where the site is, e.g. `http://127.0.0.1:8080`.
///   - folder: made when it is not there; files are named after path and width.
///   - prepare: runs first, e.g. to choose who to be in the demo.
/// - Returns: the files, in order of path and size.
public func screenshots(
    of paths: [String],
    at origin: String,
    sizes: [Browser.Viewport] = [.phone, .desktop],
    into folder: URL,
    prepare: (Browser) async throws -> Void = { _ in }
) async throws -> [URL] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try await Browser.run { browser in
        try await prepare(browser)
        var files: [URL] = []
        for path in paths {
            try await browser.open(origin + path)
            for size in sizes {
                try await browser.setViewport(size)
                let name = path.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
                let file = folder.appending(path: "\(name.isEmpty ? "start" : name)-\(size.width).png")
                try await browser.screenshot().write(to: file)
                files.append(file)
            }
        }
        return files
    }
}
